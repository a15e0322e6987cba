import type { exams, ResponseOf } from '@dangxiao/contracts';
import { markAnswer, type QuestionKind } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';
import { shownOptions } from './attempt.queries.ts';

type ResultView = ResponseOf<typeof exams.getResult>;
export type ResultItem = ResultView['items'][number];

type Row = Omit<ResultView, 'startedAt' | 'finishedAt' | 'triesLeft' | 'lateAnswers' | 'items'> & {
  startedAt: Date;
  deadline: Date;
  finishedAt: Date | null;
  reveal: 'after_hand_in' | 'after_pass' | 'never';
  tries: number;
  used: number;
};

/** Tries by the version in force, if it still has the exam; hours by the entry that stands. */
const result = `
  select s.id as "attemptId", s.exam_id as "examId", s.course_id as "courseId", e.title, s.state, s.number, s.started_at as "startedAt",
    s.deadline, s.finished_at as "finishedAt", e.pass_percent as "passPercent", s.correct, s.total, s.score_percent as "scorePercent",
    s.passed, e.reveal,
    coalesce((select f.tries from course c join exam_version f on f.course_version_id = c.published_version_id and f.exam_id = s.exam_id
      where c.id = s.course_id), e.tries) as tries,
    (select count(*)::int from attempt t where t.person_id = s.person_id and t.exam_id = s.exam_id) as used,
    (select c.hours from credit_entry c
      where c.person_id = s.person_id and c.source_kind = 'exam' and c.source_id = s.exam_id and c.evidence ->> 'attemptId' = s.id::text
        and not exists (select from credit_entry r where r.reverses_id = c.id)
      order by c.seq desc limit 1) as hours
  from attempt s join exam_version e on e.id = s.exam_version_id
  where s.id = $2 and s.person_id = $1`;

export const resultOf = (sql: Sql, personId: string, attemptId: string) => sql.one<Row>(result, [personId, attemptId]);

/** Slot by slot, with the last answer that came too late. */
const items = `
  select p.slot, q.kind, q.text, ${shownOptions} as options, a.choice, q.correct, q.explanation, l.choice as "lateChoice"
  from attempt_slot p
  join question_version q on q.id = p.question_version_id
  left join answer a on a.attempt_id = p.attempt_id and a.slot = p.slot
  left join lateral (select late.choice from late_answer late where late.attempt_id = p.attempt_id and late.slot = p.slot
    order by late.epoch desc, late.seq desc limit 1) l on true
  where p.attempt_id = $1 order by p.slot`;

type ItemRow = Omit<ResultItem, 'right' | 'correct'> & { kind: QuestionKind; correct: string[] };

/** The marked paper with right answers: what of it may leave, the caller decides. */
export async function resultItems(sql: Sql, attemptId: string): Promise<ResultItem[]> {
  const rows = await sql.query<ItemRow>(items, [attemptId]);
  return rows.map((row) => ({ ...row, right: markAnswer(row, row.choice) }));
}
