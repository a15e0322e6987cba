import { assignments, catalog, credits } from '@dangxiao/contracts';
import { useEndpoint, useFormat, useMe } from '@dangxiao/web-kit';
import { InboxBell } from '../../app/shell/InboxBell.tsx';
import { Lines, Loaded, Page } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import { greetingOf } from './greeting.ts';
import css from './home.module.css';
import { HoursCard } from './HoursCard.tsx';
import { LearningList } from './LearningList.tsx';
import { NextCard } from './NextCard.tsx';
import { TodoList } from './TodoList.tsx';

/** What next, by when, how many hours are missing: in that order. */
export function Component() {
  const text = useText();
  const { zone } = useFormat();
  const me = useMe();
  const mine = useEndpoint(catalog.listMyCourses, { query: { limit: 4 } });
  const training = useEndpoint(assignments.myTraining, {});
  const hours = useEndpoint(credits.myHours, { query: { limit: 1 } });
  return (
    <Page title={text('home.title')}>
      <div className={css.greeting}>
        <div className={css.greetingText}>
          <h1>{text(`home.${greetingOf(new Date(), zone)}`, { name: me.person?.name ?? '' })}</h1>
          <span className={ui.hint}>{me.person?.organizationName}</span>
        </div>
        <InboxBell on="phone" />
      </div>
      <div className={css.columns}>
        <div className={css.side}>
          <Loaded query={mine} skeleton={<Lines count={3} height={200} />}>
            {({ items, next }) => (
              <>
                <NextCard
                  next={next}
                  courses={items}
                  training={training.error ? [] : training.data?.items}
                  suggestion={hours.error ? null : hours.data?.suggestion}
                />
                {training.data && <TodoList items={training.data.items} />}
                <LearningList courses={items} />
              </>
            )}
          </Loaded>
        </div>
        <div className={css.side}>
          <Loaded query={hours} skeleton={<Lines count={1} height={220} />}>
            {(data) => <HoursCard hours={data} />}
          </Loaded>
        </div>
      </div>
    </Page>
  );
}
