import type { catalog, ResponseOf } from '@dangxiao/contracts';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Bar, Cover, Section } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './home.module.css';

/** Courses that the learner began. */
export function LearningList({ courses }: { courses: ResponseOf<typeof catalog.listMyCourses>['items'] }) {
  const text = useText();
  if (courses.length === 0) return null;
  return (
    <Section
      title={text('home.learning')}
      aside={
        <Link to={paths.courses()} className={ui.link}>
          {text('home.seeCourses')}
        </Link>
      }
    >
      <ul className={ui.rows}>
        {courses.map((course) => (
          <li key={course.id}>
            <Link to={paths.course(course.id)} className={css.course}>
              <Cover course={course} />
              <span className={css.courseText}>
                <span>{course.title}</span>
                <Bar percent={course.progressPercent} label={`${course.title} ${course.progressPercent}%`} />
                <span className={ui.hint}>
                  {course.state === 'completed'
                    ? text('courses.completed')
                    : text('courses.progress', { percent: course.progressPercent })}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
