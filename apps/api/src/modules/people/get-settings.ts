import { people } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { organizationInScope } from './scope.ts';
import { settingsView } from './settings.queries.ts';

@Handles(people.getSettings)
export class GetSettings implements Handler<typeof people.getSettings> {
  constructor(private readonly pg: Pg) {}

  async run({ actor, params: { organizationId } }: CallOf<typeof people.getSettings>) {
    await organizationInScope(this.pg, actor, 'organizations.read', organizationId);
    return settingsView(this.pg, actor, organizationId);
  }
}
