import { exports } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { exportRowView, ownExport } from './exports.queries.ts';

@Handles(exports.getExport)
export class GetExport implements Handler<typeof exports.getExport> {
  constructor(private readonly pg: Pg) {}

  async run({ actor, params }: CallOf<typeof exports.getExport>) {
    return exportRowView(await ownExport(this.pg, actor, params.exportId));
  }
}
