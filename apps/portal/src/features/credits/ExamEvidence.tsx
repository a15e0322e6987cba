import { useFormat } from '@dangxiao/web-kit';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import { Step } from './Step.tsx';
import type { EvidenceOf } from './types.ts';

export function ExamEvidence({ evidence }: { evidence: EvidenceOf<'exam'> }) {
  const text = useText();
  const format = useFormat();
  return (
    <>
      <Step title={text('entry.exam')}>
        <p>{evidence.examTitle}</p>
        <p className={ui.hint}>{evidence.courseTitle}</p>
        <p>
          {text('entry.examText', {
            number: evidence.number,
            correct: evidence.correct,
            total: evidence.total,
            score: format.number(evidence.scorePercent),
            pass: evidence.passPercent,
          })}
        </p>
        <Link to={paths.result(evidence.attemptId)} className={ui.link}>
          {text('entry.seeResult')}
        </Link>
      </Step>
      <Step title={text('entry.time')}>
        <p>{format.span(evidence.startedAt, evidence.finishedAt)}</p>
      </Step>
    </>
  );
}
