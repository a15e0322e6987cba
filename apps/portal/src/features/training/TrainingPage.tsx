import { assignments } from '@dangxiao/contracts';
import { useEndpoint, useMe } from '@dangxiao/web-kit';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { paths } from '../../app/paths.ts';
import { LearningTabs } from '../../app/shell/LearningTabs.tsx';
import { Empty, Lines, Loaded, Notice, Page, Section } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import { CalendarBox } from './CalendarBox.tsx';
import css from './training.module.css';
import { FinishedTraining } from './FinishedTraining.tsx';
import { TrainingCard } from './TrainingCard.tsx';

/** Everything that is assigned to the learner: by when, in which order, and why. */
export function Component() {
  const text = useText();
  const { seeing } = useMe();
  const mine = useEndpoint(assignments.myTraining, {});
  useNamed(mine.data !== undefined);
  return (
    <Page title={text('training.title')}>
      <LearningTabs />
      <h1>{text('training.title')}</h1>
      <Loaded
        query={mine}
        way={{ to: paths.home(), label: text('app.toHome') }}
        skeleton={<Lines count={3} height={140} />}
      >
        {({ items }) => {
          const open = items.filter((item) => item.state !== 'finished');
          const finished = items.filter((item) => item.state === 'finished');
          return (
            <div className={css.columns}>
              <div className={ui.stack}>
                {items.length === 0 && <Empty>{text('training.nothing')}</Empty>}
                {items.length > 0 && open.length === 0 && <Notice tone="good">{text('training.allDone')}</Notice>}
                {open.map((item, index) => (
                  <TrainingCard key={item.assignmentId} item={item} first={index === 0} />
                ))}
                {finished.length > 0 && (
                  <Section title={text('training.done')}>
                    <FinishedTraining items={finished} />
                  </Section>
                )}
              </div>
              {!seeing && (
                <Section title={text('training.calendar')}>
                  <CalendarBox />
                </Section>
              )}
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** The training that the address names comes into sight once it is read, and opens if it is done. */
function useNamed(read: boolean) {
  const { hash } = useLocation();
  useEffect(() => {
    const named = read && hash ? document.getElementById(hash.slice(1)) : null;
    if (named instanceof HTMLDetailsElement) named.open = true;
    named?.scrollIntoView();
  }, [read, hash]);
}
