import { people } from '@dangxiao/contracts';
import { dayIn, IMPORT_COLUMNS, type ImportCells, type ImportColumn } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { Secrets } from '../../config/secrets.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { ApiError, fieldError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { PersonalNumbers } from '../people/index.ts';
import { countRows, setState, type Batch } from './batch.ts';
import { checkOrganizations } from './checking/check-organizations.ts';
import { recheckPeople, sameRows } from './checking/check-people.ts';
import { batchInScope, rowColumns, rowView, type StoredRow } from './imports.queries.ts';
import { openCells, rewriteRow, staged } from './stage-rows.ts';

/** Corrects one line on the page, or leaves it out, and looks again at whatever its change concerns. */
@Handles(people.repairImportRow)
export class RepairImportRow implements Handler<typeof people.repairImportRow> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly secrets: Secrets,
    private readonly numbers: PersonalNumbers,
  ) {}

  run({ actor, params: { importId, row }, body }: CallOf<typeof people.repairImportRow>) {
    return this.uow.run(async (tx) => {
      const batch = await batchInScope(tx, actor, importId, true);
      const stored = await rowOf(tx, importId, row);
      if (batch.state !== 'checked') throw new ApiError('import_wrong_state');
      if (!stored) throw new ApiError('import_not_found');
      const before = await sameRows(tx, importId, row);
      if (Object.keys(body.cells).length > 0) await this.rewrite(tx, batch, stored, body.cells);
      if (body.skipped !== undefined && body.skipped !== stored.skipped) {
        const sql = `update import_row set skipped = $3, problems = '[]', action = null where batch_id = $1 and row = $2`;
        await tx.execute(sql, [importId, row, body.skipped]);
      }
      if (batch.kind === 'people') {
        const concerned = [...new Set([row, ...before, ...(await sameRows(tx, importId, row))])];
        await recheckPeople(tx, batch, concerned);
      } else await checkOrganizations(tx, batch, tx);
      const change = { now: this.clock.now(), counts: await countRows(tx, importId), failure: null };
      await setState(tx, importId, ['checked'], 'checked', change);
      const now = await rowOf(tx, importId, row);
      if (!now) throw new ApiError('import_not_found');
      return rowView(this.secrets, now);
    });
  }

  private async rewrite(tx: Tx, batch: Batch, stored: StoredRow, cells: ImportCells): Promise<void> {
    const known: readonly ImportColumn[] = IMPORT_COLUMNS[batch.kind];
    for (const [column, text] of Object.entries(cells) as [ImportColumn, string][]) {
      if (!known.includes(column)) throw fieldError(`cells.${column}`, 'unrecognized_key');
      if (text.includes('\0')) throw fieldError(`cells.${column}`, 'invalid_format');
    }
    const merged = { ...openCells(this.secrets, stored.cells), ...cells };
    const today = dayIn(this.config.zone, this.clock.now());
    const means = { secrets: this.secrets, numbers: this.numbers, today };
    await rewriteRow(tx, batch.id, staged(batch.kind, { row: stored.row, cells: merged }, means));
    const sql = `update import_batch set columns = columns || $2::text[] where id = $1`;
    const columns = (await tx.one<{ columns: string[] }>('select columns from import_batch where id = $1', [batch.id]))
      ?.columns;
    const added = Object.keys(cells).filter((column) => !columns?.includes(column));
    if (added.length > 0) await tx.execute(sql, [batch.id, added]);
  }
}

function rowOf(tx: Tx, batchId: string, row: number): Promise<StoredRow | null> {
  return tx.one(`select ${rowColumns} from import_row r where r.batch_id = $1 and r.row = $2`, [batchId, row]);
}
