import type { WatchState } from '@dangxiao/web-kit';
import { useFormat } from '@dangxiao/web-kit';
import { IconCloudOff } from '@tabler/icons-react';
import { toNextStep } from '../../app/next-step.ts';
import { ButtonLink, Notice } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './learning.module.css';
import type { Course, Lesson } from './types.ts';

interface Props {
  lesson: Lesson;
  course: Course | undefined;
  state: WatchState;
}

/** How it stands with the network, with other devices, and with the hours: quiet lines, never a dialog. */
export function Standing({ lesson, course, state }: Props) {
  const text = useText();
  const format = useFormat();
  const next = course?.next;
  const goesOn = state.progress.completedAt !== null && next && next.targetId !== lesson.id && next.kind !== 'review';
  return (
    <>
      <p className={css.quiet} role="status">
        {state.status === 'offline' && (
          <>
            <IconCloudOff size="1.1em" aria-hidden />
            {text('lesson.offline')}
          </>
        )}
      </p>
      {state.status === 'elsewhere' && (
        <Notice tone="info" announced>
          {text('lesson.elsewhere')}
        </Notice>
      )}
      {state.awarded && (
        <Notice tone="good" announced>
          {text('lesson.awarded', { hours: format.hours(state.awarded) })}
        </Notice>
      )}
      {goesOn && (
        <div>
          <ButtonLink to={toNextStep(next)}>{text(`course.go_${next.kind}`, { title: next.title })}</ButtonLink>
        </div>
      )}
    </>
  );
}
