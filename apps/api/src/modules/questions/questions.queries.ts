import type { questionView } from '@dangxiao/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Sql } from '../../database/sql.ts';
import type { Scope } from '../../http/scope.ts';

export type QuestionRow = Omit<z.input<typeof questionView>, 'updatedAt'> & { updatedAt: Date };

/** The columns of a question's view, over `question q`, its current version `v` and its organization `o`. */
export const questionColumns = `
  q.id, q.organization_id as "organizationId", o.name as "organizationName", v.number as version, v.kind, v.text, v.options, v.correct,
  v.explanation, q.archived_at is not null as archived, q.updated_at as "updatedAt", q.revision,
  (select count(*)::int from unit_exam e where e.removed_at is null and q.id = any(e.question_ids)) as "usedInExams"`;

export const questionTables = `
  question q join question_version v on v.id = q.current_version_id join organization o on o.id = q.organization_id`;

export const toView = (row: QuestionRow): z.input<typeof questionView> => ({
  ...row,
  updatedAt: row.updatedAt.toISOString(),
});

@Injectable()
export class QuestionQueries {
  /** A question that is not archived inside the actor's subtrees, or null. */
  find(sql: Sql, scope: Scope<'questions.read' | 'questions.write'>, id: string) {
    const params: unknown[] = [id];
    const inside = scope.sql('o.path', params);
    return sql.one<QuestionRow>(
      `select ${questionColumns} from ${questionTables} where q.id = $1 and q.archived_at is null and ${inside}`,
      params,
    );
  }

  /**
   * Like `find`, for a change: nobody else changes the question until the transaction ends. It is read after the lock, because a join to the
   * current version finds nothing when that changed during the wait.
   */
  async findLocked(tx: Sql, scope: Scope<'questions.write'>, id: string) {
    await tx.query('select 1 from question where id = $1 for update', [id]);
    return this.find(tx, scope, id);
  }
}
