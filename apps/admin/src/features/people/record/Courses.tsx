import type { credits, ResponseOf } from '@dangxiao/contracts';
import { useFormat } from '@dangxiao/web-kit';
import { Collapse, Tag } from 'antd';
import { CoverageStrip, Empty, When } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../people.module.css';

type Courses = ResponseOf<typeof credits.getRecord>['courses'];

function Lessons({ lessons }: { lessons: Courses[number]['lessons'] }) {
  const text = useText();
  const format = useFormat();
  return (
    <ul className={css.lessons}>
      {lessons.map(({ id, title, durationMs, coverage, countedMs, completedAt }) => (
        <li key={id} className={css.lesson}>
          <span>{title}</span>
          <div>
            <CoverageStrip durationMs={durationMs} coverage={coverage} />
            <span className={css.hint}>
              {format.clock(countedMs)} / {format.clock(durationMs)}
            </span>
          </div>
          <span className={`${css.hint} ${css.right}`}>
            {completedAt ? <When at={completedAt} day /> : text('records.notDone')}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What the learner has studied, course by course, down to the watched parts of each lesson. */
export function Courses({ courses }: { courses: Courses }) {
  const text = useText();
  if (courses.length === 0) return <Empty>{text('records.noCourses')}</Empty>;
  return (
    <Collapse
      items={courses.map(({ courseId, title, completed, progressPercent, lastAt, lessons }) => ({
        key: courseId,
        label: title,
        extra: (
          <>
            {lastAt && (
              <span className={css.hint}>
                <When at={lastAt} day />{' '}
              </span>
            )}
            <Tag color={completed ? 'green' : 'default'}>
              {completed ? text('records.done') : text('records.percent', { percent: progressPercent })}
            </Tag>
          </>
        ),
        children: <Lessons lessons={lessons} />,
      }))}
    />
  );
}
