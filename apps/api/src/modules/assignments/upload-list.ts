import { assignments } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { organizationInScope } from '../people/index.ts';
import { PersonalNumbers } from '../people/index.ts';
import { matchList } from './match-list.ts';

/** Keeps the people that the lines name, and says which lines named nobody or several. */
@Handles(assignments.uploadList)
export class UploadList implements Handler<typeof assignments.uploadList> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly numbers: PersonalNumbers,
  ) {}

  run({ actor, scope, body, request }: CallOf<typeof assignments.uploadList>) {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      const { path } = await organizationInScope(tx, scope, body.organizationId);
      const { personIds, problems } = await matchList(tx, path, body.text, (phone) => this.numbers.phoneHash(phone));
      const row = await tx.one<{ id: string }>(
        'insert into audience_list (organization_id, title, created_by, created_at) values ($1, $2, $3, $4) returning id',
        [body.organizationId, body.title, actor.accountId, now],
      );
      const id = row?.id ?? '';
      await tx.execute('insert into audience_list_person (list_id, person_id) select $1, unnest($2::uuid[])', [
        id,
        personIds,
      ]);
      await this.audit.record(tx, {
        actor,
        action: assignments.uploadList.id,
        objectType: 'audience_list',
        objectId: id,
        objectName: body.title,
        organizationId: body.organizationId,
        after: { found: personIds.length, problems: problems.length },
        request,
      });
      return { id, found: personIds.length, problems: problems.slice(0, 500) };
    });
  }
}
