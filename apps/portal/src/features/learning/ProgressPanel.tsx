import { lengthMs, normalise } from '@dangxiao/domain';
import { stripParts, useFormat, type WatchState } from '@dangxiao/web-kit';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { CoverageStrip, StripLegend } from '../../app/ui/CoverageStrip.tsx';
import { lazily } from '../../app/ui/lazily.tsx';
import { useText } from '../../i18n/use-text.ts';
import css from './learning.module.css';
import { Standing } from './Standing.tsx';
import type { Course, Lesson } from './types.ts';

const WhyNotCounted = lazily(async () => (await import('./WhyNotCounted.tsx')).WhyNotCounted);

interface Props {
  lesson: Lesson;
  course: Course | undefined;
  state: WatchState;
  onReplay: (ms: number) => void;
}

/** Under the picture: the strip, what the lesson is worth, what did not count and why, and how the network is. */
export function ProgressPanel({ lesson, course, state, onReplay }: Props) {
  const text = useText();
  const format = useFormat();
  const [opened, why] = useDisclosure(false);
  const { coverage, completedAt } = state.progress;
  const parts = stripParts(lesson.durationMs, coverage, state.refused);
  const refused = parts.filter(({ kind }) => kind === 'refused');
  const refusedMs = refused.reduce((sum, part) => sum + part.toMs - part.fromMs, 0);
  return (
    <section className={css.progress}>
      <CoverageStrip durationMs={lesson.durationMs} coverage={coverage} refused={state.refused} />
      <div className={css.progressHead}>
        <span>
          {text('lesson.watched', {
            counted: format.clock(lengthMs(normalise(coverage))),
            whole: format.clock(lesson.durationMs),
          })}
        </span>
        <span>{rule()}</span>
      </div>
      <StripLegend withRefused={refusedMs > 0} />
      {refusedMs > 0 && (
        <button type="button" className={css.whyButton} onClick={why.open}>
          <IconAlertTriangle size="1.1em" aria-hidden />
          {text('lesson.refused', { length: format.length(refusedMs) })} · {text('lesson.why')}
        </button>
      )}
      <Standing lesson={lesson} course={course} state={state} />
      <WhyNotCounted
        opened={opened}
        onClose={why.close}
        parts={refused}
        onReplay={(ms) => {
          why.close();
          onReplay(ms);
        }}
      />
    </section>
  );

  function rule() {
    const worth = Number(lesson.hours) > 0;
    if (completedAt)
      return worth ? text('lesson.earned', { hours: format.hours(lesson.hours) }) : text('lesson.completed');
    if (!worth) return text('lesson.ruleNone', { percent: lesson.completionPercent });
    return text('lesson.rule', { percent: lesson.completionPercent, hours: format.hours(lesson.hours) });
  }
}
