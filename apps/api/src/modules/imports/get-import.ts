import { people, type ResponseOf } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { can } from '../../http/actor.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { scopeOf } from '../../http/scope.ts';
import { countNewcomers } from './code-people.queries.ts';
import { inScope, viewColumns, viewFrom, viewOf, type ViewRow } from './imports.queries.ts';

type Detail = Pick<ResponseOf<typeof people.getImport>, 'columns' | 'unread' | 'problems' | 'codes'>;

const problems = `
  select x ->> 'column' as column, x ->> 'code' as code, count(*)::int as count
  from import_row r, jsonb_array_elements(r.cell_problems || r.problems) x
  where r.batch_id = $1 and (r.cell_problems <> '[]' or r.problems <> '[]') and not r.skipped
  group by 1, 2 order by 3 desc, 1, 2`;

/** One batch with its progress and a tally of what is wrong. */
@Handles(people.getImport)
export class GetImport implements Handler<typeof people.getImport> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  async run({ actor, params: { importId } }: CallOf<typeof people.getImport>) {
    const params: unknown[] = [importId];
    const row = await this.pg.one<ViewRow & Pick<Detail, 'columns' | 'unread'>>(
      `select ${viewColumns}, b.columns, b.unread ${viewFrom} where b.id = $1 and ${inScope(actor, params)}`,
      params,
    );
    if (!row) throw new ApiError('import_not_found');
    const tally = row.state === 'checked' ? await this.pg.query<Detail['problems'][number]>(problems, [importId]) : [];
    const codes =
      row.kind === 'people' && row.undoable && can(actor, 'accounts.write')
        ? await countNewcomers(this.pg, scopeOf(actor, 'accounts.write'), importId, this.clock.now())
        : null;
    return { ...viewOf(row), columns: row.columns, unread: row.unread, problems: tally, codes };
  }
}
