import { exams } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { assertUnitReadable, unitExam } from './unit-exam.queries.ts';

/** The exam of a unit of the draft; questions archived since are left out. */
@Handles(exams.getUnitExam)
export class GetUnitExam implements Handler<typeof exams.getUnitExam> {
  constructor(private readonly pg: Pg) {}

  async run({ scope, params: { unitId } }: CallOf<typeof exams.getUnitExam>) {
    await assertUnitReadable(this.pg, scope, unitId);
    return { exam: await unitExam(this.pg, unitId) };
  }
}
