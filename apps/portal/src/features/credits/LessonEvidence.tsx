import { useFormat } from '@dangxiao/web-kit';
import { CoverageStrip } from '../../app/ui/CoverageStrip.tsx';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './credits.module.css';
import { Step } from './Step.tsx';
import type { EvidenceOf } from './types.ts';

export function LessonEvidence({ evidence }: { evidence: EvidenceOf<'lesson'> }) {
  const text = useText();
  const format = useFormat();
  const { coverage, countedMs, durationMs, completionPercent, firstHeartbeatAt, completedAt } = evidence;
  return (
    <>
      <Step title={text('entry.lecture')}>
        <p>{evidence.lessonTitle}</p>
        <p className={ui.hint}>{evidence.courseTitle}</p>
      </Step>
      <Step title={text('entry.intervals')}>
        <CoverageStrip durationMs={durationMs} coverage={coverage} refused={[]} />
        <ul className={css.intervals}>
          {coverage.map(([from, to]) => (
            <li key={from}>{text('entry.interval', { from: format.clock(from), to: format.clock(to) })}</li>
          ))}
        </ul>
        <p className={ui.hint}>
          {text('entry.counted', {
            counted: format.clock(countedMs),
            whole: format.clock(durationMs),
            percent: completionPercent,
          })}
        </p>
      </Step>
      <Step title={text('entry.time')}>
        <p>{firstHeartbeatAt ? format.span(firstHeartbeatAt, completedAt) : format.full(completedAt)}</p>
        {evidence.heartbeats > 0 && (
          <p className={ui.hint}>{text('entry.heartbeats', { count: evidence.heartbeats })}</p>
        )}
      </Step>
    </>
  );
}
