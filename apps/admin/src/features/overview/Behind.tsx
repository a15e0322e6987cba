import type { reports, ResponseOf } from '@dangxiao/contracts';
import { useFormat } from '@dangxiao/web-kit';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Empty } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './overview.module.css';

/** Who is furthest behind, each with the way to the record. */
export function Behind({ people }: { people: ResponseOf<typeof reports.overview>['behind'] }) {
  const text = useText();
  const format = useFormat();
  if (people.length === 0) return <Empty>{text('overview.behind.none')}</Empty>;
  return (
    <ul className={css.rows}>
      {people.map(({ personId, name, organizationName, missing }) => (
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
