import { useFormat } from '@dangxiao/web-kit';
import { useText } from '../../i18n/use-text.ts';

/** From when until when something was so, in words: '3月1日 至今'. */
export function usePeriod(): (period: { validFrom: string; validTo: string | null }) => string {
  const text = useText();
  const format = useFormat();
  return ({ validFrom, validTo }) =>
    validTo
      ? text('people.fromTo', { from: format.day(validFrom), to: format.day(validTo) })
      : text('people.fromNow', { from: format.day(validFrom) });
}
