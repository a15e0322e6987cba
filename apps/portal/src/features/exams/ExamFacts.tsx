import { useFormat } from '@dangxiao/web-kit';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './exams.module.css';
import type { Exam } from './types.ts';

/** Questions, minutes, pass mark, tries left; what happens if the network fails. */
export function ExamFacts({ exam }: { exam: Exam }) {
  const text = useText();
  const format = useFormat();
  const facts: [string, string][] = [
    [text('exam.questions'), text('exam.questionCount', { count: exam.draw })],
    [text('exam.time'), format.length(exam.minutes * 60_000)],
    [text('exam.passMark'), text('exam.percent', { percent: exam.passPercent })],
    [text('exam.tries'), text('exam.triesLeft', { count: exam.triesLeft, tries: exam.tries })],
  ];
  if (Number(exam.hours) > 0) facts.push([text('exam.worth'), format.hours(exam.hours)]);
  return (
    <div className={`${ui.card} ${ui.stack}`}>
      <dl className={css.facts}>
        {facts.map(([term, value]) => (
          <div key={term} className={css.fact}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div>
        <h2>{text('exam.network')}</h2>
        <p className={ui.second}>{text('exam.networkText')}</p>
        <p className={ui.second}>{text('exam.oneAttempt')}</p>
      </div>
    </div>
  );
}
