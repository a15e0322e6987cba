import { useFormat } from '@dangxiao/web-kit';
import { useText } from '../../i18n/use-text.ts';
import type { Policy } from './types.ts';

/** A tier as a sentence: '满 30 分钟:1 学时'. */
export function useTierText(): (tier: Policy['lectureTiers'][number]) => string {
  const text = useText();
  const format = useFormat();
  return ({ atLeastMinutes, aboveMinutes, hours }) => {
    const worth = format.hours(hours);
    if (atLeastMinutes !== null) return text('policies.atLeast', { minutes: atLeastMinutes, hours: worth });
    if (aboveMinutes) return text('policies.above', { minutes: aboveMinutes, hours: worth });
    return text('policies.anyLength', { hours: worth });
  };
}
