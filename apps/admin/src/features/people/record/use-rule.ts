import type { credits, ResponseOf } from '@dangxiao/contracts';
import { useFormat } from '@dangxiao/web-kit';
import { useText } from '../../../i18n/use-text.ts';

/** The rule behind an entry as a sentence. */
export function useRule(): (entry: ResponseOf<typeof credits.getEntry>) => string {
  const text = useText();
  const format = useFormat();
  return ({ rule: { code, params }, title, hours }) => {
    const shown = format.hours(hours.replace('-', ''));
    switch (code) {
      case 'lecture_tier':
        return text('records.rules.lecture_tier', {
          title,
          length: format.length(Number(params['durationMs'] ?? 0)),
          hours: shown,
        });
      case 'exam_passed':
        return text('records.rules.exam_passed', {
          score: format.number(String(params['scorePercent'] ?? '')),
          pass: String(params['passPercent'] ?? ''),
          hours: shown,
        });
      case 'recognised':
        return text('records.rules.recognised', { hours: shown });
      case 'reversed':
        return text('records.rules.reversed', { hours: shown });
    }
  };
}
