import { people } from '@dangxiao/contracts';
import { lockFor, locks } from '../../database/locks.ts';
import type { Sql } from '../../database/sql.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { scopeOf } from '../../http/scope.ts';
import { Audit } from '../audit/index.ts';
import { findEmployer, holdEmployer, lockEmployer, type EmployerRow } from './employers.queries.ts';
import { textInitials } from './pinyin.ts';

async function assertNotBelow(tx: Sql, employerId: string, parentId: string): Promise<void> {
  const row = await tx.one<{ below: boolean }>(
    `with recursive above as (
       select $2::uuid as id union select u.parent_id from employer u join above a on a.id = u.id where u.parent_id is not null)
     select exists (select from above where id = $1) as below`,
    [employerId, parentId],
  );
  if (row?.below) throw new ApiError('employer_below_itself');
}

const told = ({ name, code, parent }: EmployerRow) => ({ name, employerCode: code, parent: parent?.name ?? null });

/** Renames an employer or puts it elsewhere; whoever names it stays with it. */
@Handles(people.updateEmployer)
export class UpdateEmployer implements Handler<typeof people.updateEmployer> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  run({ actor, scope, params, body, request }: CallOf<typeof people.updateEmployer>) {
    const id = params.employerId;
    return this.uow.run(async (tx) => {
      await lockFor(tx, locks.employers);
      const before = await lockEmployer(tx, actor, scope, id);
      if (body.revision !== before.revision) throw new ApiError('stale_revision', { params: { current: before } });
      const { name = before.name, code = before.code, parentEmployerId: parentId = before.parent?.id ?? null } = body;
      if (parentId && parentId !== before.parent?.id) {
        await holdEmployer(tx, parentId);
        await assertNotBelow(tx, id, parentId);
      }
      await tx.execute(
        'update employer set name = $2, initials = $3, code = $4, parent_id = $5, revision = revision + 1 where id = $1',
        [id, name, textInitials(name), code, parentId],
      );
      const after = await findEmployer(tx, scopeOf(actor, 'organizations.read'), id);
      await this.audit.record(tx, {
        actor,
        action: people.updateEmployer.id,
        objectType: 'employer',
        objectId: id,
        objectName: name,
        organizationId: null,
        before: told(before),
        after: told(after),
        request,
      });
      return after;
    });
  }
}
