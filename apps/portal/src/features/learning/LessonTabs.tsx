import { Tabs } from '@mantine/core';
import { Lines, Section } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './learning.module.css';
import { Outline } from './Outline.tsx';
import type { Course, Lesson } from './types.ts';

/** The outline; beside it the text of the lecture, where there is one. */
export function LessonTabs({ lesson, course }: { lesson: Lesson; course: Course | undefined }) {
  const text = useText();
  const outline = course ? <Outline course={course} lessonId={lesson.id} /> : <Lines count={3} height={52} />;
  if (!lesson.articleHtml) return <Section title={text('lesson.outline')}>{outline}</Section>;
  return (
    <Tabs defaultValue="outline">
      <Tabs.List>
        <Tabs.Tab value="outline">{text('lesson.outline')}</Tabs.Tab>
        <Tabs.Tab value="text">{text('lesson.text')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="outline" pt="md">
        {outline}
      </Tabs.Panel>
      <Tabs.Panel value="text" pt="md">
        {/* sanitised by the API on its way in */}
        <div className={css.article} dangerouslySetInnerHTML={{ __html: lesson.articleHtml }} />
      </Tabs.Panel>
    </Tabs>
  );
}
