import { exports } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { MOST_ROWS } from './limits.ts';
import { Requests } from './requests.ts';
import { countRows } from './sources/compose.ts';

/** For the dialog: how many rows the file would have. */
@Handles(exports.countRows)
export class CountRows implements Handler<typeof exports.countRows> {
  constructor(
    private readonly pg: Pg,
    private readonly requests: Requests,
  ) {}

  async run({ actor, body }: CallOf<typeof exports.countRows>) {
    const statement = await this.requests.statement(this.pg, actor, body);
    return { rows: await countRows(this.pg, statement, MOST_ROWS), most: MOST_ROWS };
  }
}
