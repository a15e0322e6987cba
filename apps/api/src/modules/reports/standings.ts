import { dayIn, yearIn } from '@dangxiao/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { Pg } from '../../database/pg.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { ruleRows } from './rules.ts';
import {
  addToCheckpoints,
  addToDays,
  checkpointsDue,
  fresh,
  makeCheckpoint,
  putIn,
  takeAway,
  workTables,
} from './settle.sql.ts';

/** One process counts at a time: sums stay exact, whoever asks. */
const LOCK = 5_127_006;
const BATCH = 2_000;
/** So few are counted by whoever asks for figures, before the answer. */
const AT_ONCE = 200;

/** Keeps `standing` and its sums true to the rows they are derived from: triggers note whose rows changed, `settle` counts these people again. */
@Injectable()
export class Standings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly pg: Pg,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Counts everybody noted, in batches with a transaction each, and makes the checkpoints that are due. */
  async settle(): Promise<void> {
    await this.reachNextYear();
    while ((await this.uow.run((tx) => this.settleSome(tx, BATCH))) === BATCH);
    while (await this.uow.run((tx) => this.checkpoint(tx)));
  }

  /** Counts a small backlog at once, unless another process is at it. @returns how many people are still to be counted again */
  async catchUp(): Promise<number> {
    await this.reachNextYear();
    const waiting = await this.waiting();
    if (waiting === 0 || waiting > AT_ONCE) return waiting;
    await this.uow.run((tx) => this.settleSome(tx, BATCH));
    return this.waiting();
  }

  /** Forgets everything derived and derives it again: after rows were written in bulk without triggers. */
  async rebuild(): Promise<void> {
    await this.uow.run(async (tx) => {
      await tx.execute('select pg_advisory_xact_lock($1)', [LOCK]);
      for (const table of ['dirty', 'checkpoint', 'checkpoint_day', 'day'])
        await tx.execute(`delete from standing_${table}`);
      await tx.execute('delete from standing');
      await this.noteEverybody(tx);
    });
    await this.settle();
  }

  /** People noted and not counted yet; stops counting a little above what matters. */
  private async waiting(): Promise<number> {
    const row = await this.pg.one<{ n: number }>('select count(distinct person_id)::int as n from standing_dirty');
    return row?.n ?? 0;
  }

  private noteEverybody(tx: Tx) {
    return tx.execute(
      'insert into standing_dirty (person_id) select id from person order by current_organization_id, id',
    );
  }

  /** Every 1 January is entered a year ahead, so that midnight needs nobody awake. */
  private async reachNextYear(): Promise<void> {
    const year = yearIn(this.config.zone, this.clock.now()) + 1;
    const known = await this.pg.one<{ year: number }>('select year from standing_horizon');
    if (known && known.year >= year) return;
    await this.uow.run(async (tx) => {
      const moved = await tx.execute(
        `insert into standing_horizon (year) values ($1) on conflict (id) do update set year = excluded.year
         where standing_horizon.year < excluded.year`,
        [year],
      );
      if (moved > 0) await this.noteEverybody(tx);
    });
  }

  private async settleSome(tx: Tx, limit: number): Promise<number> {
    await tx.execute('select pg_advisory_xact_lock($1)', [LOCK]);
    const noted = await tx.query<{ personId: string }>(
      `delete from standing_dirty where id in (select id from standing_dirty order by id limit $1) returning person_id as "personId"`,
      [limit],
    );
    if (noted.length === 0) return 0;
    const people = [...new Set(noted.map(({ personId }) => personId))];
    const horizon = await tx.one<{ year: number }>('select year from standing_horizon');
    await tx.query(workTables);
    await tx.execute(fresh, [people, this.config.zone, await ruleRows(tx), horizon?.year]);
    await tx.execute(takeAway, [people]);
    await tx.execute(putIn);
    await tx.execute(addToDays);
    await tx.execute(addToCheckpoints);
    return noted.length;
  }

  private async checkpoint(tx: Tx): Promise<boolean> {
    await tx.execute('select pg_advisory_xact_lock($1)', [LOCK]);
    const today = dayIn(this.config.zone, this.clock.now());
    const due = await tx.query<{ day: string }>(checkpointsDue, [today]);
    const next = due[0];
    if (!next) return false;
    await tx.execute(makeCheckpoint, [next.day]);
    await tx.execute('insert into standing_checkpoint_day (day) values ($1)', [next.day]);
    return due.length > 1;
  }
}
