import { exports } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import { can, type Actor } from '../../http/actor.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { scopeOf } from '../../http/scope.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { sendFile, Storage } from '../media/index.ts';
import { ownExport, type ExportRow } from './exports.queries.ts';
import { Sources } from './sources/sources.ts';

/** The file, for who made it and still may read every organization that it was made of. */
@Handles(exports.downloadExport)
export class DownloadExport implements Handler<typeof exports.downloadExport> {
  constructor(
    private readonly pg: Pg,
    private readonly sources: Sources,
    private readonly storage: Storage,
    private readonly audit: Audit,
  ) {}

  async run({ actor, params: { exportId }, request, reply }: CallOf<typeof exports.downloadExport>) {
    const row = await ownExport(this.pg, actor, exportId);
    if (row.state === 'dropped') throw new ApiError('export_dropped');
    if (row.state !== 'ready' || !row.storageKey) throw new ApiError('export_not_ready');
    await this.assertStillAllowed(actor, row);
    await this.audit.record(this.pg, {
      actor,
      action: 'exports.downloadExport',
      objectType: 'export',
      objectId: exportId,
      objectName: row.fileName,
      organizationId: row.query.organizationId ?? null,
      after: {
        exportKind: row.kind,
        query: row.names,
        filters: row.query,
        asOf: row.asOf,
        rows: row.rowsTotal,
        bytes: row.bytes,
      },
      request,
    });
    const name = encodeURIComponent(row.fileName).replace(/['()*]/g, escape);
    reply
      .type(exports.downloadExport.raw ?? '')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`);
    if (!(await sendFile(this.storage, row.storageKey, request, reply))) throw new ApiError('export_dropped');
  }

  private async assertStillAllowed(actor: Actor, { kind, scope, wholeNumbers }: ExportRow): Promise<void> {
    const { permission } = this.sources.of(kind);
    if (!can(actor, permission) || (wholeNumbers && !can(actor, 'people.numbers'))) throw new ApiError('not_allowed');
    const lost = await this.pg.one(
      `select from unnest($1::uuid[]) as made(id) left join organization o on o.id = made.id
       where (o.path <@ any($2::ltree[])) is not true limit 1`,
      [scope, scopeOf(actor, permission).paths],
    );
    if (lost) throw new ApiError('not_allowed');
  }
}

const escape = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
