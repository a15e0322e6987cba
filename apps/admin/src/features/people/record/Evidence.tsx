import type { credits, ResponseOf } from '@dangxiao/contracts';
import { useFormat } from '@dangxiao/web-kit';
import { Button } from 'antd';
import { CoverageStrip, When } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../people.module.css';

type Any = ResponseOf<typeof credits.getEntry>['evidence'];
type Of<Kind extends Any['kind']> = Extract<Any, { kind: Kind }>;

function Lesson({ evidence }: { evidence: Of<'lesson'> }) {
  const text = useText();
  const format = useFormat();
  return (
    <section>
      <h3>{text('records.lesson')}</h3>
      <p>
        {evidence.courseTitle} › {evidence.lessonTitle}
      </p>
      <CoverageStrip durationMs={evidence.durationMs} coverage={evidence.coverage} />
      <p>
        {text('records.counted', {
          counted: format.clock(evidence.countedMs),
          whole: format.clock(evidence.durationMs),
          percent: evidence.completionPercent,
        })}
      </p>
      <ul className={css.intervals} aria-label={text('records.intervals')}>
        {evidence.coverage.map(([from, to]) => (
          <li key={from}>
            {format.clock(from)}–{format.clock(to)}
          </li>
        ))}
      </ul>
      <p className={css.hint}>
        {evidence.firstHeartbeatAt && (
          <>
            <When at={evidence.firstHeartbeatAt} /> –{' '}
          </>
        )}
        <When at={evidence.completedAt} /> · {text('records.heartbeats', { count: evidence.heartbeats })}
      </p>
    </section>
  );
}

function Exam({ evidence }: { evidence: Of<'exam'> }) {
  const text = useText();
  const format = useFormat();
  return (
    <section>
      <h3>{text('records.exam')}</h3>
      <p>
        {evidence.courseTitle} › {evidence.examTitle}
      </p>
      <p>
        {text('records.examFacts', {
          number: evidence.number,
          correct: evidence.correct,
          total: evidence.total,
          score: format.number(evidence.scorePercent),
          pass: evidence.passPercent,
        })}
      </p>
      <p className={css.hint}>
        <When at={evidence.startedAt} /> – <When at={evidence.finishedAt} />
      </p>
    </section>
  );
}

function Recognition({ evidence }: { evidence: Of<'recognition'> }) {
  const text = useText();
  return (
    <section>
      <h3>{text('records.recognition')}</h3>
      <p>{evidence.reason}</p>
      <p className={css.hint}>{text('records.by', { name: evidence.recordedBy })}</p>
      <ul className={css.files}>
        {evidence.files.map(({ id, name, url }) => (
          <li key={id}>
            <a href={url} target="_blank" rel="noreferrer">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reversal({ evidence, onOpen }: { evidence: Of<'reversal'>; onOpen: (entryId: string) => void }) {
  const text = useText();
  return (
    <section>
      <h3>{text('records.reversal')}</h3>
      <p>{evidence.reason}</p>
      <p className={css.hint}>{text('records.by', { name: evidence.recordedBy })}</p>
      <Button onClick={() => onOpen(evidence.reversesId)}>{text('records.openReversed')}</Button>
    </section>
  );
}

/** What an entry rests on. */
export function Evidence({ evidence, onOpen }: { evidence: Any; onOpen: (entryId: string) => void }) {
  switch (evidence.kind) {
    case 'lesson':
      return <Lesson evidence={evidence} />;
    case 'exam':
      return <Exam evidence={evidence} />;
    case 'recognition':
      return <Recognition evidence={evidence} />;
    case 'reversal':
      return <Reversal evidence={evidence} onOpen={onOpen} />;
  }
}
