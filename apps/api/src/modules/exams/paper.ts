import { assemblePaper, type PaperSlot, type PoolQuestion } from '@dangxiao/domain';
import type { Tx } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { ExamFacts } from './exam-facts.ts';

/** The questions that publishing froze, in the author's order; the answers of a true/false question are A and B. */
const pool = `
  select q.question_id as id, q.id as "versionId", q.kind,
    case q.kind when 'true_false' then '["A", "B"]'::jsonb else jsonb_path_query_array(q.options, '$[*].key') end as "optionIds"
  from exam_version e
  cross join lateral unnest(e.question_version_ids) with ordinality asked (id, place)
  join question_version q on q.id = asked.id
  where e.id = $1 order by asked.place`;

/** Assembles a candidate's paper. @throws ApiError exam_too_few_questions, never a shorter paper */
export async function paperOf(tx: Tx, exam: ExamFacts, seed: string): Promise<PaperSlot[]> {
  const questions = await tx.query<PoolQuestion>(pool, [exam.versionId]);
  const { draw, shuffleQuestions, shuffleOptions } = exam;
  const paper = assemblePaper({ questions, draw, shuffleQuestions, shuffleOptions, seed });
  if (!paper.ok)
    throw new ApiError('exam_too_few_questions', { params: { draw: paper.drawn, available: paper.available } });
  return paper.slots;
}

export interface NewAttempt {
  personId: string;
  exam: ExamFacts;
  number: number;
  seed: string;
  startedAt: Date;
  deadline: Date;
  paper: readonly PaperSlot[];
}

const insert = `
  with made as (
    insert into attempt (person_id, exam_id, exam_version_id, course_id, number, seed, started_at, deadline, total)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id
  ), slots as (
    insert into attempt_slot (attempt_id, slot, question_version_id, option_order)
    select made.id, p.slot, p.question_version_id, p.options::text[]
    from made cross join unnest($10::int[], $11::uuid[], $12::text[]) p (slot, question_version_id, options)
  )
  select id from made`;

/** Writes an attempt with its paper. @returns its id */
export async function insertAttempt(tx: Tx, attempt: NewAttempt): Promise<string> {
  const { personId, exam, number, seed, startedAt, deadline, paper } = attempt;
  const row = await tx.one<{ id: string }>(insert, [
    personId,
    exam.id,
    exam.versionId,
    exam.courseId,
    number,
    seed,
    startedAt,
    deadline,
    paper.length,
    paper.map((each) => each.slot),
    paper.map((each) => each.questionVersionId),
    // option keys are single letters: no quoting is needed
    paper.map((each) => `{${each.optionOrder.join(',')}}`),
  ]);
  if (!row) throw new Error('The attempt was not written');
  return row.id;
}
