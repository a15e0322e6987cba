import { lengthMs, normalise } from '@dangxiao/domain';
import { useFormat } from '@dangxiao/web-kit';
import { Bar, Failed } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './learning.module.css';
import { LectureElsewhere } from './lecture-elsewhere.ts';
import { Outline } from './Outline.tsx';
import { Standing } from './Standing.tsx';
import type { Course, Lesson } from './types.ts';
import { useReading } from './use-reading.ts';
import { useWatch } from './use-watch.ts';

/** An article: the text, and the time that it has been open in front of the reader. */
export function ArticleLesson({ lesson, course }: { lesson: Lesson; course: Course | undefined }) {
  const text = useText();
  const format = useFormat();
  const watch = useWatch(lesson);
  const reading = useReading(watch, lesson.durationMs);
  const { coverage, completedAt } = watch.state.progress;
  const readMs = Math.max(lengthMs(normalise(coverage)), reading.positionMs);
  const worth = Number(lesson.hours) > 0;
  return (
    <div className={css.layout}>
      <div className={css.articlePage}>
        <div>
          <p className={ui.hint}>
            {lesson.courseTitle} · {lesson.unitTitle}
          </p>
          <h1>{lesson.title}</h1>
        </div>
        <div className={css.readingBar}>
          <Bar percent={completedAt ? 100 : (readMs / lesson.durationMs) * 100} label={lesson.title} />
          <div className={css.progressHead}>
            <span>
              {completedAt
                ? text(worth ? 'lesson.earned' : 'lesson.completed', { hours: format.hours(lesson.hours) })
                : text('lesson.reading', { counted: format.clock(readMs), whole: format.clock(lesson.durationMs) })}
            </span>
            {!completedAt && worth && (
              <span>
                {text('lesson.ruleArticle', {
                  length: format.length(lesson.durationMs),
                  hours: format.hours(lesson.hours),
                })}
              </span>
            )}
          </div>
        </div>
        <Standing lesson={lesson} course={course} state={watch.state} />
        {reading.failure && <Failed failure={reading.failure} retry={reading.start} />}
        {/* sanitised by the API on its way in */}
        <div className={css.article} dangerouslySetInnerHTML={{ __html: lesson.articleHtml ?? '' }} />
        {!completedAt && <p className={ui.hint}>{text('lesson.readingHint')}</p>}
      </div>
      <div className={css.aside}>{course && <Outline course={course} lessonId={lesson.id} />}</div>
      <LectureElsewhere opened={reading.elsewhere !== null} playback={reading} />
    </div>
  );
}
