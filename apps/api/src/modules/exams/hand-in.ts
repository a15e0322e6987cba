import { exams } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Endings } from './endings.ts';

interface Receipt {
  sittingId: string;
  state: 'handed_in' | 'timed_out';
  finishedAt: Date;
  answered: number;
  total: number;
}

const receipt = `
  select s.id as "sittingId", s.state, s.finished_at as "finishedAt", s.total,
    (select count(*)::int from answer a where a.sitting_id = s.id and cardinality(a.choice) > 0) as answered
  from sitting s where s.id = $1`;

/**
 * Ends and marks a sitting of one's own, with its hours when it is passed, in one transaction. Nothing changes a sitting afterwards, so that
 * handing in again answers the same receipt.
 */
@Handles(exams.handIn)
export class HandIn implements Handler<typeof exams.handIn> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly endings: Endings,
  ) {}

  async run({ actor, params: { sittingId } }: CallOf<typeof exams.handIn>) {
    return this.uow.run(async (tx) => {
      const own = 'select 1 from sitting where id = $1 and person_id = $2';
      if (!(await tx.one(own, [sittingId, actor.personId]))) throw new ApiError('sitting_not_found');
      await this.endings.end(tx, sittingId, this.clock.now());
      const row = await tx.one<Receipt>(receipt, [sittingId]);
      if (!row) throw new ApiError('sitting_not_found');
      return { ...row, finishedAt: row.finishedAt.toISOString() };
    });
  }
}
