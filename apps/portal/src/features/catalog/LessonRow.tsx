import { useFormat } from '@dangxiao/web-kit';
import { IconArticle, IconCircleCheckFilled, IconPlayerPlay, IconProgress } from '@tabler/icons-react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './catalog.module.css';
import type { Unit } from './types.ts';

type Lesson = Unit['lessons'][number];

export function LessonRow({ courseId, lesson }: { courseId: string; lesson: Lesson }) {
  const text = useText();
  const format = useFormat();
  const facts = [
    lesson.kind === 'article' && text('course.article'),
    format.length(lesson.durationMs),
    Number(lesson.hours) > 0 && format.hours(lesson.hours),
    !lesson.required && text('course.optional'),
  ];
  return (
    <Link to={paths.lesson(courseId, lesson.id)} className={css.row}>
      <StateIcon lesson={lesson} />
      <span className={css.rowText}>
        <span>{lesson.title}</span>
        <span className={ui.hint}>{facts.filter(Boolean).join(' · ')}</span>
      </span>
      <span className={ui.hint}>
        {lesson.state === 'in_progress' && lesson.countedMs > 0
          ? text('course.counted', { length: format.clock(lesson.countedMs) })
          : text(`course.state_${lesson.state}`)}
      </span>
    </Link>
  );
}

function StateIcon({ lesson }: { lesson: Lesson }) {
  const size = '1.5em';
  if (lesson.state === 'completed') {
    return (
      <span className={`${css.stateIcon} ${css.completed}`}>
        <IconCircleCheckFilled size={size} aria-hidden />
      </span>
    );
  }
  const Icon = lesson.state === 'in_progress' ? IconProgress : lesson.kind === 'article' ? IconArticle : IconPlayerPlay;
  return (
    <span className={lesson.state === 'in_progress' ? `${css.stateIcon} ${css.running}` : css.stateIcon}>
      <Icon size={size} stroke={1.6} aria-hidden />
    </span>
  );
}
