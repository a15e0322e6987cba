import type { catalog, ResponseOf } from '@dangxiao/contracts';
import { useFormat } from '@dangxiao/web-kit';
import { Bar, Cover } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './catalog.module.css';
import { NextButton } from './NextButton.tsx';

export function CourseHead({ course }: { course: ResponseOf<typeof catalog.getCourseContent> }) {
  const text = useText();
  const format = useFormat();
  const lessons = course.units.reduce((sum, unit) => sum + unit.lessons.length, 0);
  return (
    <div className={css.head}>
      <Cover course={course} />
      <div className={css.headText}>
        <h1>{course.title}</h1>
        {course.summary && <p className={ui.second}>{course.summary}</p>}
        <p className={css.facts}>
          {course.instructorName && <span>{text('course.teacher', { name: course.instructorName })}</span>}
          <span>{text('course.lessons', { count: lessons })}</span>
          <span>{format.length(course.durationMs)}</span>
          <span>{text('course.worth', { hours: format.hours(course.hours) })}</span>
          <span>{text('course.by', { name: course.organizationName })}</span>
        </p>
        <div className={ui.stack}>
          <Bar percent={course.progressPercent} label={text('course.progress')} />
          <p className={ui.hint}>
            {course.completed
              ? text('course.completed')
              : text('courses.progress', { percent: course.progressPercent })}
          </p>
        </div>
        {course.next && (
          <div className={css.desktopNext}>
            <NextButton next={course.next} />
          </div>
        )}
      </div>
    </div>
  );
}
