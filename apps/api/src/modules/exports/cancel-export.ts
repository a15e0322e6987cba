import { exports } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { exportRowView, ownExport } from './exports.queries.ts';

/** The job notices at its next batch, and leaves nothing. */
@Handles(exports.cancelExport)
export class CancelExport implements Handler<typeof exports.cancelExport> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run({ actor, params: { exportId }, request }: CallOf<typeof exports.cancelExport>) {
    return this.uow.run(async (tx) => {
      const row = await ownExport(tx, actor, exportId, { lock: true });
      if (row.state !== 'waiting' && row.state !== 'running') return exportRowView(row);
      const now = this.clock.now();
      await tx.execute(`update export set state = 'cancelled', finished_at = $2 where id = $1`, [exportId, now]);
      const object = { objectType: 'export', objectId: exportId, objectName: row.fileName };
      await this.audit.record(tx, { actor, action: 'exports.cancelExport', ...object, request });
      return exportRowView({ ...row, state: 'cancelled', finishedAt: now });
    });
  }
}
