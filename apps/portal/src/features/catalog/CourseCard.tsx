import type { catalog, ResponseOf } from '@dangxiao/contracts';
import { useFormat } from '@dangxiao/web-kit';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Bar, Cover } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './catalog.module.css';

type Course = ResponseOf<typeof catalog.findCourses>['items'][number];

export function CourseCard({ course }: { course: Course }) {
  const text = useText();
  const format = useFormat();
  return (
    <Link to={paths.course(course.id)} className={`${ui.card} ${css.cardLink}`}>
      <Cover course={course} />
      <span className={css.cardText}>
        <h2>{course.title}</h2>
        <span className={`${ui.second} ${css.summary}`}>{course.summary}</span>
        <span className={css.cardFoot}>
          <span className={ui.hint}>
            {[course.instructorName, format.length(course.durationMs), format.hours(course.hours)]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {course.state !== 'not_started' && (
            <>
              <Bar percent={course.progressPercent} label={`${course.title} ${course.progressPercent}%`} />
              <span className={ui.hint}>
                {course.state === 'completed'
                  ? text('courses.completed')
                  : text('courses.progress', { percent: course.progressPercent })}
              </span>
            </>
          )}
        </span>
      </span>
    </Link>
  );
}
