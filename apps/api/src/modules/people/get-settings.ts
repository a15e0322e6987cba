import { people } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { organizationInScope } from './scope.ts';
import { settingsView } from './settings.queries.ts';

@Handles(people.getSettings)
export class GetSettings implements Handler<typeof people.getSettings> {
  constructor(private readonly pg: Pg) {}

  async run({ scope, params: { organizationId } }: CallOf<typeof people.getSettings>) {
    await organizationInScope(this.pg, scope, organizationId);
    return settingsView(this.pg, scope, organizationId);
  }
}
