import type { catalog, ResponseOf } from '@dangxiao/contracts';
import type { Sql } from '../../database/sql.ts';
import { hasText } from './rich-text.ts';
import type { CourseDraft } from './drafts.queries.ts';
import { frozenQuestions } from './snapshots.ts';

export type Checklist = ResponseOf<typeof catalog.getChecklist>;
type Item = Checklist['items'][number];
type Where = NonNullable<Item['where']>;

interface ExamRow {
  id: string;
  title: string;
  enough: boolean;
}

/** One met item when nothing lacks it, otherwise one unmet item for each place to mend. */
const condition = (code: Item['code'], lacking: readonly Where[]): Item[] =>
  lacking.length === 0 ? [{ code, done: true, where: null }] : lacking.map((where) => ({ code, done: false, where }));

/** What publishing needs of a draft, and where it is missing. An exam needs at least as many live questions as it draws. */
export async function checklistOf(sql: Sql, draft: CourseDraft): Promise<Checklist> {
  const exams = await sql.query<ExamRow>(
    `select e.id, e.title, cardinality(${frozenQuestions('e')}) >= e.draw as enough
     from unit_exam e join unit u on u.id = e.unit_id
     where u.course_id = $1 and u.removed_at is null and e.removed_at is null order by u.ordinal`,
    [draft.id],
  );
  const course: Where = { kind: 'course', id: draft.id, title: draft.title };
  const lessons = draft.units.flatMap((unit) => unit.lessons);
  const places = (kind: Where['kind'], rows: readonly { id: string; title: string }[]) =>
    rows.map(({ id, title }): Where => ({ kind, id, title }));
  const videos = lessons.filter((lesson) => lesson.kind === 'video');
  const articles = lessons.filter((lesson) => lesson.kind === 'article');
  const readable = (lesson: (typeof lessons)[number]) =>
    hasText(lesson.articleHtml) && lesson.minimumReadingSeconds !== null;
  const items = [
    ...condition('title', draft.title.trim() === '' ? [course] : []),
    ...condition('summary', draft.summary.trim() === '' ? [course] : []),
    ...condition('has_unit', draft.units.length === 0 ? [course] : []),
    ...condition(
      'unit_has_lesson',
      places(
        'unit',
        draft.units.filter((unit) => unit.lessons.length === 0),
      ),
    ),
    ...condition(
      'video_ready',
      places(
        'lesson',
        videos.filter((lesson) => lesson.mediaState !== 'ready'),
      ),
    ),
    ...condition(
      'article_has_text',
      places(
        'lesson',
        articles.filter((lesson) => !readable(lesson)),
      ),
    ),
    ...condition(
      'exam_has_questions',
      places(
        'exam',
        exams.filter((exam) => !exam.enough),
      ),
    ),
  ];
  return { ready: items.every((item) => item.done), items };
}
