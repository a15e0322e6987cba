import { useFormat } from '@dangxiao/web-kit';
import { IconCircleCheckFilled, IconClipboardText, IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './catalog.module.css';
import type { Unit } from './types.ts';

type Exam = NonNullable<Unit['exam']>;

/** The exam of a unit; while locked it says what is missing. */
export function ExamRow({ exam }: { exam: Exam }) {
  const text = useText();
  const format = useFormat();
  const Icon = exam.state === 'locked' ? IconLock : exam.state === 'passed' ? IconCircleCheckFilled : IconClipboardText;
  const facts = [
    text('course.exam', { count: exam.questionCount, minutes: exam.minutes, percent: exam.passPercent }),
    Number(exam.hours) > 0 && format.hours(exam.hours),
  ];
  return (
    <Link to={paths.exam(exam.id)} className={css.row}>
      <span className={exam.state === 'passed' ? `${css.stateIcon} ${css.completed}` : css.stateIcon}>
        <Icon size="1.5em" stroke={1.6} aria-hidden />
      </span>
      <span className={css.rowText}>
        <span>{exam.title}</span>
        <span className={ui.hint}>{facts.filter(Boolean).join(' · ')}</span>
        {exam.state === 'locked' && (
          <span className={ui.hint}>
            {exam.missingLessons.length > 0
              ? text('course.exam_missing', { titles: exam.missingLessons.join('、') })
              : text('course.exam_locked')}
          </span>
        )}
      </span>
      {exam.state !== 'locked' && <span className={ui.hint}>{text(`course.exam_${exam.state}`)}</span>}
    </Link>
  );
}
