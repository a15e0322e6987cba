import { catalog } from '@dangxiao/contracts';
import { useEndpointPages } from '@dangxiao/web-kit';
import { Button } from '@mantine/core';
import { LearningTabs } from '../../app/shell/LearningTabs.tsx';
import { Empty, FailedRead, Lines, Page } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './catalog.module.css';
import { CourseCard } from './CourseCard.tsx';
import { Filters } from './Filters.tsx';
import { useFilters } from './use-filters.ts';

export function Component() {
  const text = useText();
  const filters = useFilters();
  const courses = useEndpointPages(
    catalog.findCourses,
    { query: { ...filters.query, limit: 24 } },
    { keepPrevious: true },
  );
  const total = courses.first?.total;
  return (
    <Page title={text('courses.title')}>
      <LearningTabs />
      <h1>{text('courses.title')}</h1>
      <Filters filters={filters} />
      {courses.pending && <Lines count={4} height={120} />}
      {courses.failure && <FailedRead failure={courses.failure} retry={courses.retry} />}
      {courses.first && (
        <p className={ui.hint} role="status">
          {typeof total === 'number' && total > 0 ? text('courses.found', { count: total }) : ''}
        </p>
      )}
      {courses.first && courses.items.length === 0 && (
        <Empty
          action={
            filters.active && (
              <Button variant="default" onClick={filters.clear}>
                {text('courses.clear')}
              </Button>
            )
          }
        >
          {text(filters.active ? 'courses.none' : 'courses.empty')}
        </Empty>
      )}
      <ul className={css.grid} aria-busy={courses.fetching}>
        {courses.items.map((course) => (
          <li key={course.id}>
            <CourseCard course={course} />
          </li>
        ))}
      </ul>
      {courses.more && (
        <Button variant="default" onClick={courses.more} loading={courses.loadingMore}>
          {text('app.more')}
        </Button>
      )}
    </Page>
  );
}
