import { useFormat } from '@dangxiao/web-kit';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { When } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './exams.module.css';
import type { Exam } from './types.ts';

export function EarlierSittings({ sittings }: { sittings: Exam['sittings'] }) {
  const text = useText();
  const format = useFormat();
  return (
    <ul className={ui.rows}>
      {sittings
        .filter(({ state }) => state !== 'open')
        .map((sitting) => (
          <li key={sitting.id}>
            <Link to={paths.result(sitting.id)} className={css.sittingRow}>
              <span className={css.rowText}>
                <span>{text('exam.sittingNumber', { number: sitting.number })}</span>
                <span className={ui.hint}>
                  <When at={sitting.finishedAt ?? sitting.startedAt} /> · {text(`exam.state_${sitting.state}`)}
                </span>
              </span>
              <span>
                {sitting.scorePercent === null
                  ? text('exam.marking')
                  : `${text('exam.score', { score: format.number(sitting.scorePercent) })} · ${text(sitting.passed ? 'exam.result_passed' : 'exam.result_failed')}`}
              </span>
            </Link>
          </li>
        ))}
    </ul>
  );
}
