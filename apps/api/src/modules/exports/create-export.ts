import { exports } from '@dangxiao/contracts';
import { exportKindLabels } from '@dangxiao/contracts/labels';
import { dayIn } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { can } from '../../http/actor.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Jobs } from '../../jobs/jobs.ts';
import { Audit } from '../audit/index.ts';
import { exportColumns, exportRowView, type ExportRow } from './exports.queries.ts';
import { MOST_ROWS, MOST_UNDER_WAY } from './limits.ts';
import { exportQueue } from './queue.ts';
import { Requests } from './requests.ts';
import { countRows } from './sources/compose.ts';

const insert = `
  insert into export as x (account_id, kind, query, names, columns, as_of, language, whole_numbers, file_name, rows_total, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning ${exportColumns}`;

/** Takes an export on: a job makes the file. */
@Handles(exports.createExport)
export class CreateExport implements Handler<typeof exports.createExport> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly requests: Requests,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run({ actor, body, request }: CallOf<typeof exports.createExport>) {
    const { kind, query, columns, asOf, language, wholeNumbers } = body;
    if (wholeNumbers && !can(actor, 'people.numbers')) throw new ApiError('not_allowed');
    return this.uow.run(async (tx) => {
      const statement = await this.requests.statement(tx, actor, body);
      this.requests.checkColumns(kind, columns, asOf);
      // one after the other for an account, so that the limit holds
      await tx.execute('select from account where id = $1 for update', [actor.accountId]);
      const open = await tx.one<{ n: number }>(
        `select count(*)::int as n from export where account_id = $1 and state in ('waiting', 'running')`,
        [actor.accountId],
      );
      if ((open?.n ?? 0) >= MOST_UNDER_WAY)
        throw new ApiError('exports_under_way', { params: { most: MOST_UNDER_WAY } });
      const rows = await countRows(tx, statement, MOST_ROWS);
      if (rows > MOST_ROWS) throw new ApiError('export_too_large', { params: { most: MOST_ROWS } });
      const now = this.clock.now();
      const fileName = `${exportKindLabels[kind][language]} ${asOf ?? dayIn(this.config.zone, now)}.xlsx`;
      const asked = [
        actor.accountId,
        kind,
        JSON.stringify(query),
        JSON.stringify(statement.names),
        columns,
        asOf ?? null,
      ];
      const row = await tx.one<ExportRow>(insert, [...asked, language, wholeNumbers, fileName, rows, now]);
      if (!row) throw new Error('The export was not written');
      await this.jobs.send(tx, exportQueue, { exportId: row.id }, { singletonKey: row.id });
      await this.audit.record(tx, {
        actor,
        action: 'exports.createExport',
        objectType: 'export',
        objectId: row.id,
        objectName: fileName,
        organizationId: query.organizationId ?? null,
        after: {
          exportKind: kind,
          query: statement.names,
          filters: query,
          columns,
          asOf: asOf ?? null,
          wholeNumbers,
          rows,
        },
        request,
      });
      return exportRowView(row);
    });
  }
}
