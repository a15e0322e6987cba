import { exams } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Endings } from './endings.ts';

interface Receipt {
  attemptId: string;
  state: 'handed_in' | 'timed_out';
  finishedAt: Date;
  answered: number;
  total: number;
}

const receipt = `
  select s.id as "attemptId", s.state, s.finished_at as "finishedAt", s.total,
    (select count(*)::int from answer a where a.attempt_id = s.id and cardinality(a.choice) > 0) as answered
  from attempt s where s.id = $1`;

/**
 * Ends and marks an attempt of one's own, with its hours when it is passed, in one transaction. Nothing changes an attempt afterwards, so that
 * handing in again answers the same receipt.
 */
@Handles(exams.handIn)
export class HandIn implements Handler<typeof exams.handIn> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly endings: Endings,
  ) {}

  async run({ actor, params: { attemptId } }: CallOf<typeof exams.handIn>) {
    return this.uow.run(async (tx) => {
      const own = 'select 1 from attempt where id = $1 and person_id = $2';
      if (!(await tx.one(own, [attemptId, actor.personId]))) throw new ApiError('attempt_not_found');
      await this.endings.end(tx, attemptId, this.clock.now());
      const row = await tx.one<Receipt>(receipt, [attemptId]);
      if (!row) throw new ApiError('attempt_not_found');
      return { ...row, finishedAt: row.finishedAt.toISOString() };
    });
  }
}
