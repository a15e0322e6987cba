import { people } from '@dangxiao/contracts';
import { Config } from '../../config/config.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler, ScopeOf } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { ActivationCodes } from '../accounts/index.ts';
import { Audit } from '../audit/index.ts';
import { lockNewcomers } from './code-people.queries.ts';
import { codeList } from './template/code-list.ts';

interface Found {
  kind: string;
  state: string;
  fileName: string;
  organizationId: string;
  dropped: boolean;
}

/** Codes for everybody whom a batch made: in this answer and nowhere else, so the file is made in memory after the commit. */
@Handles(people.issueImportCodes)
export class IssueImportCodes implements Handler<typeof people.issueImportCodes> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly codes: ActivationCodes,
    private readonly audit: Audit,
    private readonly config: Config,
  ) {}

  async run({ actor, scope, params: { importId }, body, request, reply }: CallOf<typeof people.issueImportCodes>) {
    const issued = await this.uow.run(async (tx) => {
      const batch = await found(tx, scope, importId);
      if (batch.kind !== 'people' || batch.state !== 'committed') throw new ApiError('import_wrong_state');
      if (batch.dropped) throw new ApiError('import_too_old');
      const newcomers = await lockNewcomers(tx, scope, importId);
      if (newcomers.length === 0) throw new ApiError('import_no_codes');
      const ids = newcomers.map(({ id }) => id);
      const { codes, expiresAt } = await this.codes.issueMany(tx, ids, actor.accountId);
      await this.audit.record(tx, {
        actor,
        action: people.issueImportCodes.id,
        objectType: 'import',
        objectId: importId,
        objectName: batch.fileName,
        organizationId: batch.organizationId,
        after: { codes: newcomers.length, expiresAt },
        request,
      });
      return { fileName: batch.fileName, newcomers, codes, expiresAt };
    });
    const site = this.config.publicUrl ?? String(request.headers.origin ?? '');
    const { name, content } = await codeList(issued, body.language, { site, zone: this.config.zone });
    void reply
      .type(people.issueImportCodes.raw ?? '')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .send(content);
  }
}

/** The batch stays as it is meanwhile: undoing it waits. @throws ApiError import_not_found */
async function found(tx: Tx, scope: ScopeOf<typeof people.issueImportCodes>, importId: string): Promise<Found> {
  const params: unknown[] = [importId];
  const row = await tx.one<Found>(
    `select b.kind, b.state, b.file_name as "fileName", b.organization_id as "organizationId", b.rows_dropped_at is not null as dropped
     from import_batch b join organization o on o.id = b.organization_id
     where b.id = $1 and ${scope.sql('o.path', params)} for share of b`,
    params,
  );
  if (!row) throw new ApiError('import_not_found');
  return row;
}
