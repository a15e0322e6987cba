import { yearIn } from '@dangxiao/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { lockFor, locks, tryLockFor } from '../../database/locks.ts';
import { Pg } from '../../database/pg.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { forget } from './forget.ts';
import { recountHalfTree, recountPeople, recountTraining, recountTree } from './steps.ts';

const PEOPLE = 2_000;
const CHANGES = 20_000;
/** So much is counted by whoever asks for figures, before the answer. */
const AT_ONCE = { people: 200, changes: 5_000 };

/** What is not counted yet, and since when; `waiting` people and changes of training together, 0 when figures are true to all rows. */
export interface Freshness {
  waiting: number;
  since: Date | null;
}

interface Backlog {
  people: number;
  changes: number;
  organizations: boolean;
  since: Date | null;
  year: number | null;
}

const backlog = `
  select
    (select count(*)::int from (select from standing_dirty limit 100000) d) as people,
    (select count(*)::int from (select from training_change limit 100000) c) as changes,
    exists (select from organization_dirty) as organizations,
    least((select uuid_extract_timestamp(id) from standing_dirty order by id limit 1),
      (select uuid_extract_timestamp(id) from training_change order by id limit 1),
      (select uuid_extract_timestamp(id) from organization_dirty order by id limit 1)) as since,
    (select year from standing_horizon) as year`;

/** Keeps figures true to the rows they are derived from: triggers note what changed, `recount` counts it. */
@Injectable()
export class Standings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly pg: Pg,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Counts everything noted, in batches with a transaction each; `stopped` is asked between two. */
  async recount(stopped: () => boolean = () => false): Promise<void> {
    const waiting = await this.backlog();
    if (waiting.organizations) await this.uow.run((tx) => this.alone(tx, () => recountTree(tx, this.config.zone)));
    if (waiting.people > 0) while (!stopped() && (await this.uow.run((tx) => this.people(tx))) === PEOPLE);
    if (waiting.changes > 0) while (!stopped() && (await this.uow.run((tx) => this.changes(tx))) === CHANGES);
  }

  /** Counts a small backlog at once, unless another process is at it. @returns what is still to be counted */
  async catchUp(): Promise<Freshness> {
    const waiting = await this.backlog();
    const { people, changes, organizations } = waiting;
    if (people + changes === 0 && !organizations) return { waiting: 0, since: null };
    if (people > AT_ONCE.people || changes > AT_ONCE.changes) return freshness(waiting);
    await this.uow.run(async (tx) => {
      if (!(await tryLockFor(tx, locks.standings))) return;
      await recountTree(tx, this.config.zone);
      await recountPeople(tx, this.config.zone, PEOPLE);
      await recountTraining(tx, this.config.zone, CHANGES);
    });
    return freshness(await this.backlog());
  }

  /** Forgets everything derived and derives it again, on two connections: after rows were written in bulk without triggers. */
  async rebuild(): Promise<void> {
    await this.backlog();
    const { zone } = this.config;
    const people = async () => {
      while ((await this.uow.run((tx) => recountPeople(tx, zone, PEOPLE))) > 0);
    };
    const tree = (half: 0 | 1) =>
      this.uow.run(async (tx) => {
        // What is read here is sorted and summed by the hundred thousand.
        await tx.query(`set local work_mem = '256MB'; set local jit = off; set local statement_timeout = 0`);
        await recountHalfTree(tx, zone, half);
      });
    await this.uow.run((lock) =>
      this.alone(lock, async () => {
        await lock.query('set local idle_in_transaction_session_timeout = 0');
        await this.uow.run((tx) => forget(tx, zone));
        await Promise.all([people(), people()]);
        await Promise.all([tree(0), tree(1)]);
      }),
    );
    await this.recount();
  }

  private async alone<Result>(tx: Tx, work: () => Promise<Result>): Promise<Result> {
    await lockFor(tx, locks.standings);
    return work();
  }

  private people(tx: Tx) {
    return this.alone(tx, () => recountPeople(tx, this.config.zone, PEOPLE));
  }

  private changes(tx: Tx) {
    return this.alone(tx, () => recountTraining(tx, this.config.zone, CHANGES));
  }

  private async backlog(): Promise<Backlog> {
    const year = yearIn(this.config.zone, this.clock.now()) + 2;
    const row = await this.pg.one<Backlog>(backlog);
    if (row && (row.year ?? 0) >= year) return row;
    await this.reachYear(year);
    return this.backlog();
  }

  /** Every 1 January is entered two years ahead: a standing of the next year begins and ends already, so that midnight needs nobody awake. */
  private async reachYear(year: number): Promise<void> {
    await this.uow.run(async (tx) => {
      const moved = await tx.execute(
        `insert into standing_horizon (year) values ($1) on conflict (id) do update set year = excluded.year
         where standing_horizon.year < excluded.year`,
        [year],
      );
      if (moved > 0)
        await tx.execute(
          'insert into standing_dirty (person_id) select id from person order by current_organization_id, id',
        );
    });
  }
}

const freshness = ({ people, changes, organizations, since }: Backlog): Freshness => ({
  waiting: people + changes + Number(organizations),
  since,
});
