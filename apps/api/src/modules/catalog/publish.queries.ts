import type { Tx } from '../../database/unit-of-work.ts';
import type { CourseDraft } from './drafts.queries.ts';
import { searchTextOf } from './search-text.ts';
import { draftDuration, frozenQuestions } from './snapshots.ts';

const insertVersion = `
  insert into course_version (course_id, number, title, summary, description_html, instructor_name, cover_file_id,
    duration_ms, search_text, published_by, published_at)
  select c.id, coalesce((select max(number) from course_version v where v.course_id = c.id), 0) + 1, c.title, c.summary,
    c.description_html, (select p.name from person p where p.id = c.instructor_id), c.cover_file_id,
    (select coalesce(sum(${draftDuration}), 0) from lesson l join unit u on u.id = l.unit_id
      left join media m on m.id = l.media_id
      where u.course_id = c.id and u.removed_at is null and l.removed_at is null), $2, $3, $4
  from course c where c.id = $1 returning id, number`;

const insertLessons = `
  insert into lesson_version (course_version_id, lesson_id, unit_id, unit_title, unit_ordinal, ordinal, kind, title, required,
    media_id, article_html, duration_ms)
  select $1, l.id, u.id, u.title, u.place, row_number() over (partition by u.id order by l.ordinal, l.id), l.kind, l.title,
    l.required, l.media_id, l.article_html, ${draftDuration}
  from (select unit.*, row_number() over (order by ordinal, id) as place from unit
    where course_id = $2 and removed_at is null) u
  join lesson l on l.unit_id = u.id and l.removed_at is null
  left join media m on m.id = l.media_id`;

const insertExams = `
  insert into exam_version (course_version_id, exam_id, unit_id, title, question_version_ids, draw, shuffle_questions,
    shuffle_options, minutes, pass_percent, tries, reveal)
  select $1, e.id, e.unit_id, e.title, ${frozenQuestions('e')}, e.draw, e.shuffle_questions, e.shuffle_options, e.minutes,
    e.pass_percent, e.tries, e.reveal
  from unit_exam e join unit u on u.id = e.unit_id
  where u.course_id = $2 and u.removed_at is null and e.removed_at is null`;

/** Writes the next version of a checked draft whose course is locked, and puts it in force. @returns its number */
export async function freezeDraft(tx: Tx, draft: CourseDraft, accountId: string, now: Date): Promise<number> {
  const search = searchTextOf(draft.title, draft.instructorName);
  const version = await tx.one<{ id: string; number: number }>(insertVersion, [draft.id, search, accountId, now]);
  if (!version) throw new Error('The version was not written');
  await tx.execute(insertLessons, [version.id, draft.id]);
  await tx.execute(insertExams, [version.id, draft.id]);
  await tx.execute(
    `update course set published_version_id = $2, published_revision = revision, published_at = $3, updated_at = $3
     where id = $1`,
    [draft.id, version.id, now],
  );
  return version.number;
}
