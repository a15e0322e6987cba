import { catalog } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { useParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Lines, Loaded, Page, Section } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './catalog.module.css';
import { CourseHead } from './CourseHead.tsx';
import { NextButton } from './NextButton.tsx';
import { UnitList } from './UnitList.tsx';

/** What it teaches, who teaches, what it is worth, how long it takes, my progress; then units and lessons with their state. */
export function Component() {
  const text = useText();
  const { courseId = '' } = useParams();
  const course = useEndpoint(catalog.getCourseContent, { params: { courseId } });
  return (
    <Page title={course.data?.title}>
      <Loaded
        query={course}
        way={{ to: paths.courses(), label: text('app.toCourses') }}
        skeleton={<Lines count={4} height={110} />}
      >
        {(content) => (
          <>
            <CourseHead course={content} />
            <Section title={text('course.outline')}>
              {content.units.map((unit) => (
                <UnitList key={unit.id} courseId={content.id} unit={unit} single={content.units.length === 1} />
              ))}
            </Section>
            {content.descriptionHtml && (
              <Section title={text('course.about')}>
                {/* sanitised by the API on its way in */}
                <div className={css.rich} dangerouslySetInnerHTML={{ __html: content.descriptionHtml }} />
              </Section>
            )}
            {content.next && (
              <div className={css.bottom}>
                <NextButton next={content.next} fullWidth />
              </div>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
