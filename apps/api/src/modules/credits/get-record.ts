import { credits, type PersonKind, type Position } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { HoursViews } from './hours-view.ts';
import { recordCourses, recordAttempts } from './record.queries.ts';

interface Person {
  id: string;
  name: string;
  organizationName: string;
  kind: PersonKind;
  position: Position;
}

/** Requirements, ledger, courses with their coverage and attempts of a person in the actor's subtrees. */
@Handles(credits.getRecord)
export class GetRecord implements Handler<typeof credits.getRecord> {
  constructor(
    private readonly pg: Pg,
    private readonly views: HoursViews,
  ) {}

  async run({ scope, params, query }: CallOf<typeof credits.getRecord>) {
    const values: unknown[] = [params.personId];
    const person = await this.pg.one<Person>(
      `select p.id, p.name, o.name as "organizationName", p.current_kind as kind, p.current_position as position
       from person p join organization o on o.id = p.current_organization_id
       where p.id = $1 and ${scope.sql('o.path', values)}`,
      values,
    );
    if (!person) throw new ApiError('person_not_found');
    const [hours, courses, attempts] = await Promise.all([
      this.views.of(this.pg, person.id, query),
      recordCourses(this.pg, person.id),
      recordAttempts(this.pg, person.id),
    ]);
    return { ...hours, person, courses, attempts };
  }
}
