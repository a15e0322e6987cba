import { questions } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { QuestionQueries } from './questions.queries.ts';

/** Takes a question out of the bank; later publications leave it out, papers and results keep it. */
@Handles(questions.archiveQuestion)
export class ArchiveQuestion implements Handler<typeof questions.archiveQuestion> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly queries: QuestionQueries,
  ) {}

  async run({ actor, scope, params, request }: CallOf<typeof questions.archiveQuestion>) {
    return this.uow.run(async (tx) => {
      const question = await this.queries.findLocked(tx, scope, params.questionId);
      if (!question) throw new ApiError('question_not_found');
      const archive = 'update question set archived_at = $2, updated_at = $2, revision = revision + 1 where id = $1';
      await tx.execute(archive, [question.id, this.clock.now()]);
      const { id: objectId, text: objectName, organizationId } = question;
      const what = { objectType: 'question', objectId, objectName, organizationId };
      await this.audit.record(tx, { actor, request, action: questions.archiveQuestion.id, ...what });
      return { ok: true as const };
    });
  }
}
