import { Button } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { Empty, FailedRead, Lines, Notice, Page, Section } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './credits.module.css';
import { EntryRow } from './EntryRow.tsx';
import { Gap } from './Gap.tsx';
import { RequirementCard } from './RequirementCard.tsx';
import { useHoursPages } from './use-hours-pages.ts';
import { YearSelect } from './YearSelect.tsx';

/** One ring per requirement, the shortest way to close the gap, then every entry, each of which can be opened. */
export function Component() {
  const text = useText();
  const [search] = useSearchParams();
  const year = Number(search.get('year')) || null;
  const { hours, entries, more, loadingMore, failure, retry } = useHoursPages(year);
  return (
    <Page title={text('hours.title')}>
      <div className={css.head}>
        <h1>{text('hours.title')}</h1>
        {hours && <YearSelect years={hours.years} year={hours.year} />}
      </div>
      {failure && <FailedRead failure={failure} retry={retry} />}
      {!hours && !failure && <Lines count={3} height={110} />}
      {hours && (
        <>
          {hours.exempt && <Notice tone="info">{text('hours.exempt')}</Notice>}
          {hours.requirements.length === 0 && !hours.exempt && <p className={ui.second}>{text('hours.none')}</p>}
          <ul className={css.rings}>
            {hours.requirements.map((requirement) => (
              <li key={requirement.key}>
                <RequirementCard requirement={requirement} />
              </li>
            ))}
          </ul>
          {hours.suggestion && <Gap suggestion={hours.suggestion} />}
          <Section title={text('hours.timeline')}>
            {entries.length === 0 ? (
              <Empty>{text('hours.empty')}</Empty>
            ) : (
              <ul className={ui.rows}>
                {entries.map((entry) => (
                  <li key={entry.id}>
                    <EntryRow entry={entry} />
                  </li>
                ))}
              </ul>
            )}
            {more && (
              <Button variant="default" onClick={more} loading={loadingMore}>
                {text('app.more')}
              </Button>
            )}
          </Section>
        </>
      )}
    </Page>
  );
}
