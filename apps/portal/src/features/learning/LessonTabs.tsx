import { useState } from 'react';
import { Lines, Section } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './learning.module.css';
import { Outline } from './Outline.tsx';
import type { Course, Lesson } from './types.ts';

const tabs = ['outline', 'text'] as const;

/** The outline; beside it the text of the lecture, where there is one. */
export function LessonTabs({ lesson, course }: { lesson: Lesson; course: Course | undefined }) {
  const text = useText();
  const [shown, show] = useState<(typeof tabs)[number]>('outline');
  const outline = course ? <Outline course={course} lessonId={lesson.id} /> : <Lines count={3} height={52} />;
  if (!lesson.articleHtml) return <Section title={text('lesson.outline')}>{outline}</Section>;
  return (
    <>
      <div className={css.tabs}>
        {tabs.map((tab) => (
          <button key={tab} type="button" className={css.tab} aria-pressed={shown === tab} onClick={() => show(tab)}>
            {text(`lesson.${tab}`)}
          </button>
        ))}
      </div>
      {shown === 'outline' ? (
        outline
      ) : (
        // sanitised by the API on its way in
        <div className={css.article} dangerouslySetInnerHTML={{ __html: lesson.articleHtml }} />
      )}
    </>
  );
}
