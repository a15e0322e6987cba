import type { reports, ResponseOf } from '@dangxiao/contracts';
import { useFormat } from '@dangxiao/web-kit';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useScope } from '../../app/shell/scope.tsx';
import { Empty } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './overview.module.css';

type Overview = ResponseOf<typeof reports.overview>;

/** What needs somebody, each with the way to do it: late training, open appeals, who is furthest behind. */
export function Warnings({ overview }: { overview: Overview }) {
  const text = useText();
  const format = useFormat();
  const { link } = useScope();
  const { behind, openAppeals, training, owing, attained } = overview;
  if (behind.length === 0 && openAppeals === 0 && training.overdue === 0)
    return <Empty>{text('overview.behind.none')}</Empty>;
  return (
    <ul className={css.rows}>
      {training.overdue > 0 && (
        <li>
          <span>{text('overview.lateTraining', { count: training.overdue })}</span>
          <Link to={link(paths.trainingFigures(), { state: 'overdue' })}>{text('overview.look')}</Link>
        </li>
      )}
      {openAppeals > 0 && (
        <li>
          <span>{text('overview.work.appeals', { count: openAppeals })}</span>
          <Link to={`${paths.appeals()}?open=true`}>{text('overview.work.decide')}</Link>
        </li>
      )}
      {owing > attained && (
        <li>
          <span>{text('overview.behindPeople', { count: owing - attained })}</span>
          <Link to={link(paths.standings(), { state: 'behind' })}>{text('overview.everybody')}</Link>
        </li>
      )}
      {behind.slice(0, 6).map(({ personId, name, organizationName, missing }) => (
        <li key={personId}>
          <div>
            <div>{name}</div>
            <div className={css.note}>{organizationName}</div>
          </div>
          <div className={css.rowEnd}>
            <span className={css.warn}>{text('overview.behind.missing', { hours: format.hours(missing) })}</span>
            <Link to={paths.person(personId, 'record')} aria-label={text('overview.behind.openNamed', { name })}>
              {text('overview.behind.open')}
            </Link>
          </div>
        </li>
      ))}
    </ul>
  );
}
