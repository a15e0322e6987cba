import { useFormat } from '@dangxiao/web-kit';
import { Notice } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';

/** Says so when the time was changed since the page was opened. */
export function ChangedTime({ planned, deadline }: { planned: string; deadline: string }) {
  const text = useText();
  const format = useFormat();
  const minutes = Math.round((Date.parse(deadline) - Date.parse(planned)) / 60_000);
  if (minutes === 0) return null;
  return (
    <Notice tone="info" announced>
      {text(minutes > 0 ? 'attempt.moreTime' : 'attempt.lessTime', {
        count: Math.abs(minutes),
        due: format.due(deadline),
      })}
    </Notice>
  );
}
