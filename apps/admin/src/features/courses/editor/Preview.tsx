import { useFormat } from '@dangxiao/web-kit';
import { Drawer, Tag } from 'antd';
import { useText } from '../../../i18n/use-text.ts';
import type { Draft } from './draft.ts';

/** The draft as a learner will read it; nothing in it earns hours. */
export function Preview({ draft, open, onClose }: { draft: Draft; open: boolean; onClose: () => void }) {
  const text = useText();
  const format = useFormat();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={430}
      title={text('courses.preview.title')}
      closable={{ 'aria-label': text('app.close') }}
    >
      {draft.coverUrl && <img src={draft.coverUrl} alt="" style={{ width: '100%', borderRadius: 10 }} />}
      <h2>{draft.title}</h2>
      <p>{draft.summary}</p>
      {draft.instructorName && <p>{text('courses.preview.by', { name: draft.instructorName })}</p>}
      <div dangerouslySetInnerHTML={{ __html: draft.descriptionHtml }} />
      {draft.units.map((unit) => (
        <section key={unit.id}>
          <h3>{unit.title}</h3>
          <ol>
            {unit.lessons.map((lesson) => (
              <li key={lesson.id}>
                {lesson.title} {lesson.durationMs !== null && <small>{format.length(lesson.durationMs)}</small>}{' '}
                {!lesson.required && <Tag>{text('courses.lesson.optional')}</Tag>}
              </li>
            ))}
          </ol>
          {unit.examId !== null && <p>{text('courses.preview.exam')}</p>}
        </section>
      ))}
    </Drawer>
  );
}
