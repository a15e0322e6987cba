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

/** Makes a new version of a question; published exams and papers keep the version that they were made with. */
@Handles(questions.updateQuestion)
export class UpdateQuestion implements Handler<typeof questions.updateQuestion> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly queries: QuestionQueries,
  ) {}

  async run({ actor, scope, params, body, request }: CallOf<typeof questions.updateQuestion>) {
    const { revision, ...fields } = body;
    assertQuestion(fields);
    return this.uow.run(async (tx) => {
      const before = await this.queries.findLocked(tx, scope, params.questionId);
      if (!before) throw new ApiError('question_not_found');
      if (before.revision !== revision) throw new ApiError('stale_revision', { params: { current: toView(before) } });
      await addVersion(tx, before.id, fields, actor.accountId, this.clock.now());
      await tx.execute('update question set revision = revision + 1 where id = $1', [before.id]);
      const { kind, text, options, correct, explanation, organizationId } = before;
      const what = { objectType: 'question', objectId: before.id, objectName: fields.text, organizationId };
      const change = { before: { kind, text, options, correct, explanation }, after: fields };
      await this.audit.record(tx, { actor, request, action: questions.updateQuestion.id, ...what, ...change });
      const after = await this.queries.find(tx, scope, before.id);
      if (!after) throw new ApiError('question_not_found');
      return toView(after);
    });
  }
}
