import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { Notice } from '../../app/ui/index.ts';
import { lazily } from '../../app/ui/lazily.tsx';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './exams.module.css';
import { ChangedTime } from './ChangedTime.tsx';
import { optionsOf, toggled } from './options.ts';
import { QuestionCard } from './QuestionCard.tsx';
import { AttemptBar } from './AttemptBar.tsx';
import { TimeUp } from './TimeUp.tsx';
import type { Attempt } from './types.ts';
import { useHandIn } from './use-hand-in.ts';
import { useKeys } from './use-keys.ts';
import { useRemaining } from './use-remaining.ts';
import type { Writer } from './use-writer.ts';

const Elsewhere = lazily(async () => (await import('./Elsewhere.tsx')).Elsewhere);
const HandInDialog = lazily(async () => (await import('./HandInDialog.tsx')).HandInDialog);
const QuestionGrid = lazily(async () => (await import('./QuestionGrid.tsx')).QuestionGrid);

/** The exam itself: only the question, the time and the saved state. */
export function AttemptRoom({ attempt, writer }: { attempt: Attempt; writer: Writer }) {
  const text = useText();
  const { outbox, clock, deadline, askTime, takeOver } = writer;
  const state = useSyncExternalStore(outbox.state.subscribe, outbox.state.get);
  const seconds = useRemaining(clock, deadline);
  const [index, setIndex] = useState(0);
  const [gridOpen, grid] = useDisclosure(false);
  const [handInOpen, handInDialog] = useDisclosure(false);
  const handing = useHandIn(attempt.id, outbox);
  const slot = attempt.paper[index];
  const last = index === attempt.paper.length - 1;
  const elsewhere = state.status === 'superseded';
  const { handIn } = handing;
  const timeUp = seconds === 0;

  /** Time that was given in the last seconds is not handed in away. */
  const endUnlessMoreTime = useCallback(async () => {
    if (!(await askTime())) await handIn(true);
  }, [askTime, handIn]);
  useEffect(() => {
    if (timeUp) void endUnlessMoreTime();
  }, [timeUp, endUnlessMoreTime]);

  const choose = (key: string) =>
    slot && outbox.choose(slot.slot, toggled(slot.kind, state.choices.get(slot.slot) ?? [], key));
  const go = (to: number) => setIndex(Math.min(attempt.paper.length - 1, Math.max(0, to)));
  useKeys({
    enabled: !gridOpen && !handInOpen && !elsewhere && !timeUp,
    onMove: (by) => go(index + by),
    onOption: (at) => {
      const option = slot && optionsOf(slot, text)[at];
      if (option) choose(option.key);
    },
  });

  if (timeUp) return <TimeUp failure={handing.failure} retry={() => void endUnlessMoreTime()} />;
  return (
    <div className={css.room}>
      <AttemptBar title={attempt.title} seconds={seconds} status={state.status} waiting={state.waiting} />
      <main className={css.body} id="main">
        {state.status === 'offline' && (
          <Notice tone="warn">{text('attempt.status_offline', { count: state.waiting })}</Notice>
        )}
        <ChangedTime planned={attempt.deadline} deadline={deadline} />
        {state.status === 'refused' && <Notice tone="bad">{text('attempt.status_refused')}</Notice>}
        {slot && (
          <QuestionCard
            slot={slot}
            number={index + 1}
            total={attempt.paper.length}
            choice={state.choices.get(slot.slot) ?? []}
            onChoose={choose}
            onGrid={grid.open}
          />
        )}
        <p className={`${ui.hint} ${css.keys}`}>{text('attempt.keys')}</p>
      </main>
      <footer className={css.foot}>
        <div className={css.footRow}>
          <Button
            variant="default"
            disabled={index === 0}
            onClick={() => go(index - 1)}
            leftSection={<IconChevronLeft size="1.1em" aria-hidden />}
          >
            {text('attempt.previous')}
          </Button>
          {!last && (
            <Button variant="subtle" onClick={handInDialog.open}>
              {text('attempt.handIn')}
            </Button>
          )}
          {last ? (
            <Button onClick={handInDialog.open}>{text('attempt.handIn')}</Button>
          ) : (
            <Button onClick={() => go(index + 1)} rightSection={<IconChevronRight size="1.1em" aria-hidden />}>
              {text('attempt.next')}
            </Button>
          )}
        </div>
      </footer>
      <QuestionGrid
        opened={gridOpen}
        onClose={grid.close}
        paper={attempt.paper}
        choices={state.choices}
        current={index}
        onGo={(to) => {
          go(to);
          grid.close();
        }}
      />
      <HandInDialog
        opened={handInOpen}
        onClose={handInDialog.close}
        paper={attempt.paper}
        outbox={state}
        handing={handing}
        onGo={(to) => {
          go(to);
          handInDialog.close();
        }}
      />
      <Elsewhere opened={elsewhere} takeOver={takeOver} />
    </div>
  );
}
