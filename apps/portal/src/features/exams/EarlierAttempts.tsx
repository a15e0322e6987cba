import { useFormat } from '@dangxiao/web-kit';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { When } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './exams.module.css';
import type { Exam } from './types.ts';

export function EarlierAttempts({ attempts }: { attempts: Exam['attempts'] }) {
  const text = useText();
  const format = useFormat();
  return (
    <ul className={ui.rows}>
      {attempts
        .filter(({ state }) => state !== 'open')
        .map((attempt) => (
          <li key={attempt.id}>
            <Link to={paths.result(attempt.id)} className={css.attemptRow}>
              <span className={css.rowText}>
                <span>{text('exam.attemptNumber', { number: attempt.number })}</span>
                <span className={ui.hint}>
                  <When at={attempt.finishedAt ?? attempt.startedAt} /> · {text(`exam.state_${attempt.state}`)}
                </span>
              </span>
              <span>
                {attempt.scorePercent === null
                  ? text('exam.marking')
                  : `${text('exam.score', { score: format.number(attempt.scorePercent) })} · ${text(attempt.passed ? 'exam.result_passed' : 'exam.result_failed')}`}
              </span>
            </Link>
          </li>
        ))}
    </ul>
  );
}
