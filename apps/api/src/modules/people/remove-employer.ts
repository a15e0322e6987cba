import { people } from '@dangxiao/contracts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { lockEmployer } from './employers.queries.ts';

const used = `
  select exists (select from organization where employer_id = $1) or exists (select from person where employer_id = $1)
    or exists (select from employer where parent_id = $1) as used`;

/** Only what nobody names, so that no organization or person loses an employer unseen. */
@Handles(people.removeEmployer)
export class RemoveEmployer implements Handler<typeof people.removeEmployer> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  run({ actor, scope, params: { employerId: id }, request }: CallOf<typeof people.removeEmployer>) {
    return this.uow.run(async (tx) => {
      const { name, code } = await lockEmployer(tx, actor, scope, id);
      const row = await tx.one<{ used: boolean }>(used, [id]);
      if (row?.used) throw new ApiError('employer_in_use');
      await tx.execute('delete from employer where id = $1', [id]);
      await this.audit.record(tx, {
        actor,
        action: people.removeEmployer.id,
        objectType: 'employer',
        objectId: id,
        objectName: name,
        organizationId: null,
        before: { name, employerCode: code },
        request,
      });
      return { ok: true as const };
    });
  }
}
