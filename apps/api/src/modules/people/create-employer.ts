import { people } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { holdEmployer } from './employers.queries.ts';
import { textInitials } from './pinyin.ts';

/** An employer that organizations and people of the whole school may name. A code in use violates `employer_code`. */
@Handles(people.createEmployer)
export class CreateEmployer implements Handler<typeof people.createEmployer> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run({ actor, body: { name, code, parentEmployerId }, request }: CallOf<typeof people.createEmployer>) {
    return this.uow.run(async (tx) => {
      const parent = await holdEmployer(tx, parentEmployerId);
      const row = await tx.one<{ id: string }>(
        `insert into employer (parent_id, name, initials, code, created_at) values ($1, $2, $3, $4, $5) returning id`,
        [parentEmployerId, name, textInitials(name), code, this.clock.now()],
      );
      if (!row) throw new Error('The employer was not written');
      await this.audit.record(tx, {
        actor,
        action: people.createEmployer.id,
        objectType: 'employer',
        objectId: row.id,
        objectName: name,
        organizationId: null,
        after: { name, employerCode: code, parent },
        request,
      });
      return { id: row.id };
    });
  }
}
