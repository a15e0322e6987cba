import type { exams, ResponseOf } from '@dangxiao/contracts';
import type { Sql } from '../../database/sql.ts';

export type AttemptView = ResponseOf<typeof exams.getAttempt>;
export type AttemptSummary = ResponseOf<typeof exams.getExam>['attempts'][number];

/** A slot's options in the candidate's order; none for true/false. Needs `p` (attempt_slot) and `q` (its question_version). */
export const shownOptions = `coalesce((
  select jsonb_agg(o.value order by k.place)
  from unnest(p.option_order) with ordinality k (key, place)
  join jsonb_array_elements(q.options) o on o.value ->> 'key' = k.key), '[]')`;

const answers = `coalesce((
  select jsonb_agg(jsonb_build_object('slot', a.slot, 'choice', a.choice, 'epoch', a.epoch, 'seq', a.seq, 'savedAt', a.saved_at)
    order by a.slot)
  from answer a where a.attempt_id = s.id), '[]')`;

const view = `
  select s.id, s.exam_id as "examId", s.course_id as "courseId", e.title, s.number, s.state, s.started_at as "startedAt", s.deadline,
    e.pass_percent as "passPercent", s.epoch, ${answers} as answers,
    (select jsonb_agg(jsonb_build_object('slot', p.slot, 'kind', q.kind, 'text', q.text, 'options', ${shownOptions}) order by p.slot)
      from attempt_slot p join question_version q on q.id = p.question_version_id where p.attempt_id = s.id) as paper
  from attempt s join exam_version e on e.id = s.exam_version_id
  where s.id = $2 and s.person_id = $1`;

type ViewRow = Omit<AttemptView, 'startedAt' | 'deadline' | 'serverTime'> & { startedAt: Date; deadline: Date };

const normalised = (rows: AttemptView['answers']) =>
  rows.map((row) => ({ ...row, savedAt: new Date(row.savedAt).toISOString() }));

/** A person's own attempt: the paper without right answers, and what was acknowledged. Null for anybody else's. */
export async function attemptView(sql: Sql, personId: string, id: string, now: Date): Promise<AttemptView | null> {
  const row = await sql.one<ViewRow>(view, [personId, id]);
  if (!row) return null;
  return {
    ...row,
    answers: normalised(row.answers),
    startedAt: row.startedAt.toISOString(),
    deadline: row.deadline.toISOString(),
    serverTime: now.toISOString(),
  };
}

/** Acknowledged answers of an attempt. */
export async function savedAnswers(sql: Sql, id: string): Promise<AttemptView['answers']> {
  const row = await sql.one<{ answers: AttemptView['answers'] }>(
    `select ${answers} as answers from attempt s where s.id = $1`,
    [id],
  );
  return normalised(row?.answers ?? []);
}

/** The person's attempt of an exam that has not been ended, be it past its deadline or not. */
export const openAttempt = (sql: Sql, personId: string, examId: string) =>
  sql.one<{ id: string; deadline: Date }>(
    `select id, deadline from attempt where person_id = $1 and exam_id = $2 and state = 'open'`,
    [personId, examId],
  );

/** Makes the caller the writer of a running attempt of its own. @returns the new epoch, or null when it does not run any more */
export const nextEpoch = (sql: Sql, personId: string, id: string, now: Date) =>
  sql.one<{ epoch: number; deadline: Date }>(
    `update attempt set epoch = epoch + 1 where id = $2 and person_id = $1 and state = 'open' and deadline > $3
     returning epoch, deadline`,
    [personId, id, now],
  );

/** Columns of a summary, over `attempt s`. */
export const summaryColumns = `s.id, s.number, s.state, s.started_at as "startedAt", s.finished_at as "finishedAt",
  s.score_percent as "scorePercent", s.passed`;

export type SummaryRow = Omit<AttemptSummary, 'startedAt' | 'finishedAt'> & {
  startedAt: Date;
  finishedAt: Date | null;
};

export const toSummary = <Row extends SummaryRow>(row: Row) => ({
  ...row,
  startedAt: row.startedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
});

/** A person's attempts of an exam, latest first. */
export async function attemptsOf(sql: Sql, personId: string, examId: string): Promise<AttemptSummary[]> {
  const rows = await sql.query<SummaryRow>(
    `select ${summaryColumns} from attempt s where s.person_id = $1 and s.exam_id = $2 order by s.number desc`,
    [personId, examId],
  );
  return rows.map(toSummary);
}
