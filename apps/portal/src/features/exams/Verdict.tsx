import { useFormat } from '@dangxiao/web-kit';
import { IconCertificate, IconInfoCircle } from '@tabler/icons-react';
import { paths } from '../../app/paths.ts';
import { ButtonLink, Notice } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './exams.module.css';
import type { Result } from './types.ts';

export function Verdict({ result }: { result: Result }) {
  const text = useText();
  const format = useFormat();
  const again = !result.passed && result.triesLeft > 0;
  const facts: [string, string][] = [
    [text('result.score'), text('result.percent', { percent: format.number(result.scorePercent) })],
    [text('result.passMark'), text('result.percent', { percent: result.passPercent })],
    [text('result.right'), text('result.rightOf', { correct: result.correct, total: result.total })],
    [text('result.hours'), result.hours ? format.hours(result.hours) : text('result.noHours')],
  ];
  return (
    <>
      <div className={`${ui.card} ${css.verdict}`}>
        <div className={css.verdictHead}>
          <span className={result.passed ? css.passed : css.failed}>
            {result.passed ? (
              <IconCertificate size={40} stroke={1.4} aria-hidden />
            ) : (
              <IconInfoCircle size={40} stroke={1.4} aria-hidden />
            )}
          </span>
          <div>
            <h1>{text(result.passed ? 'result.passed' : 'result.failed')}</h1>
            <p className={ui.hint}>
              {result.title} · {text('exam.attemptNumber', { number: result.number })}
              {result.state === 'timed_out' && ` · ${text('result.timedOut')}`}
            </p>
          </div>
        </div>
        <dl className={css.facts}>
          {facts.map(([term, value]) => (
            <div key={term} className={css.fact}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {!result.passed && !again && <p>{text('result.noneLeft')}</p>}
        <div className={css.actions}>
          {again && (
            <ButtonLink to={paths.exam(result.examId)}>{text('result.again', { count: result.triesLeft })}</ButtonLink>
          )}
          <ButtonLink to={paths.course(result.courseId)} variant={again ? 'default' : 'filled'}>
            {text('exam.toCourse')}
          </ButtonLink>
          {result.hours && (
            <ButtonLink to={paths.hours()} variant="default">
              {text('result.seeHours')}
            </ButtonLink>
          )}
        </div>
      </div>
      {result.lateAnswers > 0 && <Notice tone="warn">{text('result.late', { count: result.lateAnswers })}</Notice>}
    </>
  );
}
