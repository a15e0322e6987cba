import type { BodyOf, questions } from '@dangxiao/contracts';
import type { Sql } from '../../database/sql.ts';

type Fields = Omit<BodyOf<typeof questions.createQuestion>, 'organizationId'>;

/** Writes the next version of a locked question and makes it the current one. Right answers are kept in the order of the options. */
export async function addVersion(tx: Sql, questionId: string, fields: Fields, by: string, now: Date): Promise<void> {
  const { kind, text, options, correct, explanation } = fields;
  await tx.query(
    `with made as (
       insert into question_version (question_id, number, kind, text, options, correct, explanation, created_by, created_at)
       values ($1, 1 + (select count(*) from question_version where question_id = $1), $2, $3, $4, $5, $6, $7, $8)
       returning id)
     update question set current_version_id = made.id, updated_at = $8 from made where question.id = $1`,
    [questionId, kind, text, JSON.stringify(options), [...correct].sort(), explanation, by, now],
  );
}
