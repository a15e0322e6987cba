import { questions } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { addVersion } from './add-version.ts';
import { assertQuestion } from './question-rules.ts';
import { QuestionQueries, toView } from './questions.queries.ts';

/** Writes the first version of a question into the bank of an organization that the actor may write for. */
@Handles(questions.createQuestion)
export class CreateQuestion implements Handler<typeof questions.createQuestion> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly queries: QuestionQueries,
  ) {}

  async run({ actor, scope, body, request }: CallOf<typeof questions.createQuestion>) {
    const { organizationId, ...fields } = body;
    assertQuestion(fields);
    return this.uow.run(async (tx) => {
      const now = this.clock.now();
      const params: unknown[] = [organizationId, now];
      const inside = scope.sql('o.path', params);
      const made = await tx.one<{ id: string }>(
        `insert into question (organization_id, updated_at, created_at)
         select o.id, $2::timestamptz, $2::timestamptz from organization o where o.id = $1 and ${inside} returning id`,
        params,
      );
      if (!made) throw new ApiError('organization_not_found');
      await addVersion(tx, made.id, fields, actor.accountId, now);
      const what = { objectType: 'question', objectId: made.id, objectName: fields.text, organizationId };
      await this.audit.record(tx, { actor, request, action: questions.createQuestion.id, ...what, after: fields });
      const row = await this.queries.find(tx, scope, made.id);
      if (!row) throw new ApiError('question_not_found');
      return toView(row);
    });
  }
}
