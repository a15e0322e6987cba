import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { firstOf } from '../../database/first-of.ts';
import { Pg } from '../../database/pg.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { PollingWorker } from '../../jobs/polling-worker.ts';
import { liveAssignments } from './audiences.queries.ts';
import { outdatedTargets } from './outdated-targets.ts';
import { Filling } from './filling.ts';
import { recordStudy } from './record-study.ts';
import { onPathsAsTheyAre, decideTargets, type LiveAssignment } from './decide-targets.ts';
import { sumTallies } from './tallies.ts';

const EVERY_MS = 1_000;
const BATCH = 2_000;

interface Change {
  personId: string;
  /** Null: the person; else a course that the person studies. */
  courseId: string | null;
}
const distinct = (ids: readonly string[]) => [...new Set(ids)].sort();

/**
 * Keeps assignments true to the people: whoever was written into `audience_change` is looked at again, fills go on, windows open. The rows are
 * taken and answered in one transaction, after the person's row is locked: a fill or a transfer that was under way has committed by then.
 */
@Injectable()
export class TargetsWorker extends PollingWorker {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly pg: Pg,
    private readonly clock: Clock,
    config: Config,
    private readonly filling: Filling,
  ) {
    super({ runs: config.runsJobs, everyMs: EVERY_MS, failure: 'Assignments were not followed' });
  }

  /** Until nothing is left to do. */
  async catchUp(): Promise<void> {
    while (!this.stopped && (await this.step()));
  }

  /** Some changes, then some of a fill. @returns whether there may be more */
  async step(): Promise<boolean> {
    await this.open();
    const changes = await this.changes();
    const filled = await this.filling.step();
    if (filled || changes > 0) await sumTallies(this.pg);
    return filled || changes === BATCH;
  }

  private changes(): Promise<number> {
    return this.uow.run(async (tx) => {
      await onPathsAsTheyAre(tx);
      const rows = await tx.query<Change>(
        `delete from audience_change where ${firstOf('audience_change', BATCH)}
         returning person_id as "personId", course_id as "courseId"`,
      );
      if (rows.length === 0) return 0;
      const people = distinct(rows.filter((row) => !row.courseId).map((row) => row.personId));
      const learners = distinct(rows.filter((row) => row.courseId).map((row) => row.personId));
      const live = people.length > 0 ? await liveAssignments(tx) : [];
      const everybody = distinct([...people, ...learners]);
      await tx.execute('select from person where id = any($1::uuid[]) order by id for no key update', [everybody]);
      await this.decide(tx, live, people);
      if (learners.length > 0) {
        const courseIds = distinct(rows.flatMap((row) => row.courseId ?? []));
        await recordStudy(tx, learners, { courseIds });
      }
      return rows.length;
    });
  }

  private async decide(tx: Tx, live: readonly LiveAssignment[], personIds: readonly string[]): Promise<void> {
    const now = this.clock.now();
    const changed = await outdatedTargets(tx, live, personIds);
    for (const assignment of live) {
      const ids = changed.get(assignment.id);
      if (ids) await decideTargets(tx, assignment, ids, now, 'left');
    }
  }

  private async open(): Promise<void> {
    await this.pg.execute(
      `update assignment set opened_at = $1 where opened_at is null and opens_at <= $1 and state in ('publishing', 'published')`,
      [this.clock.now()],
    );
  }
}
