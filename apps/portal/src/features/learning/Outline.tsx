import { useFormat } from '@dangxiao/web-kit';
import { IconCircleCheckFilled, IconCircleDot, IconClipboardText, IconCircle, IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './learning.module.css';
import type { Course } from './types.ts';

type Unit = Course['units'][number];

/** The course beside the lesson: where one is, what is done, what comes next. */
export function Outline({ course, lessonId }: { course: Course; lessonId: string }) {
  return (
    <nav className={ui.rows} aria-label={course.title}>
      {course.units.map((unit) => (
        <div key={unit.id}>
          {course.units.length > 1 && <p className={css.unitTitle}>{unit.title}</p>}
          <ul>
            {unit.lessons.map((lesson) => (
              <li key={lesson.id}>
                <LessonLink courseId={course.id} lesson={lesson} current={lesson.id === lessonId} />
              </li>
            ))}
            {unit.exam && (
              <li>
                <ExamLink exam={unit.exam} />
              </li>
            )}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function LessonLink({
  courseId,
  lesson,
  current,
}: {
  courseId: string;
  lesson: Unit['lessons'][number];
  current: boolean;
}) {
  const text = useText();
  const format = useFormat();
  const done = lesson.state === 'completed';
  const Icon = done ? IconCircleCheckFilled : current || lesson.state === 'in_progress' ? IconCircleDot : IconCircle;
  return (
    <Link
      to={paths.lesson(courseId, lesson.id)}
      className={css.outlineRow}
      {...(current ? { 'aria-current': 'page' } : {})}
    >
      <span className={done ? `${css.outlineIcon} ${css.outlineDone}` : css.outlineIcon}>
        <Icon size="1.25em" aria-hidden />
      </span>
      <span>
        {lesson.title}
        <span className="visually-hidden"> {text(`course.state_${lesson.state}`)}</span>
      </span>
      <span className={ui.hint}>{format.clock(lesson.durationMs)}</span>
    </Link>
  );
}

function ExamLink({ exam }: { exam: NonNullable<Unit['exam']> }) {
  const text = useText();
  const done = exam.state === 'passed';
  const Icon = done ? IconCircleCheckFilled : exam.state === 'locked' ? IconLock : IconClipboardText;
  return (
    <Link to={paths.exam(exam.id)} className={css.outlineRow}>
      <span className={done ? `${css.outlineIcon} ${css.outlineDone}` : css.outlineIcon}>
        <Icon size="1.25em" aria-hidden />
      </span>
      <span>{exam.title}</span>
      <span className={ui.hint}>{text(`course.exam_${exam.state === 'locked' ? 'short_locked' : exam.state}`)}</span>
    </Link>
  );
}
