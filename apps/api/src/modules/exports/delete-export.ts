import { exports } from '@dangxiao/contracts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { Storage } from '../media/index.ts';
import { ownExport } from './exports.queries.ts';

/** Forgets an export and removes its file; a job under way finds its row gone and stops. */
@Handles(exports.deleteExport)
export class DeleteExport implements Handler<typeof exports.deleteExport> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly storage: Storage,
  ) {}

  async run({ actor, params: { exportId }, request }: CallOf<typeof exports.deleteExport>) {
    await this.uow.run(async (tx) => {
      const row = await ownExport(tx, actor, exportId, { lock: true });
      // the file first: a row without a file says so, a file without a row would stay for ever
      if (row.storageKey) await this.storage.remove(row.storageKey);
      await tx.execute('delete from export where id = $1', [exportId]);
      const object = { objectType: 'export', objectId: exportId, objectName: row.fileName };
      await this.audit.record(tx, { actor, action: 'exports.deleteExport', ...object, request });
    });
    return { ok: true as const };
  }
}
