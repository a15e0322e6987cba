import type { AudienceRules } from '@dangxiao/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import type { Sql } from '../../database/sql.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { audienceOf } from './audiences.queries.ts';
import { onPathsAsTheyAre, decideTargets, type LiveAssignment } from './decide-targets.ts';

const BATCH = 4_000;

interface Place {
  assignmentId: string;
  place: string | null;
  total: number;
}

interface Fill extends Place {
  version: number;
  organizationId: string;
  state: 'publishing' | 'published' | 'withdrawn';
  rules: AudienceRules;
}

const next = `
  select f.assignment_id as "assignmentId", f.place, f.total from assignment_fill f
  where f.finished_at is null order by f.started_at limit 1 for update skip locked`;
const assignmentOf = `
  select id as "assignmentId", version, organization_id as "organizationId", state, rules from assignment where id = $1 for share`;

/** Whom a fill looks at: everybody under the assigning organization (`$1`), and whoever is assigned now (`$2`). */
const under = `
  select p.id from person p join organization o on o.id = p.current_organization_id
  where o.path <@ (select path from organization where id = $1::uuid)`;
const assigned = `
  select t.person_id as id from assignment_target t where t.assignment_id = $2::uuid and t.released_at is null`;
const upTo = (limit: number, id: string) => `and ($3::uuid is null or ${id} > $3::uuid) order by ${id} limit ${limit}`;
/** Of many people one batch after the other is met in the order of their ids; few are found by their organizations, and sorted. */
const metById = `
  select p.id from person p
  where (select o.path <@ (select path from organization where id = $1::uuid) from organization o where o.id = p.current_organization_id)`;
const batchOf = (people: string) => `
  (${people} ${upTo(BATCH, 'p.id')}) union (${assigned} ${upTo(BATCH, 't.person_id')}) order by id limit ${BATCH}`;
const batchOfFew = batchOf(under);
const batchOfMany = batchOf(metById);

/**
 * Goes through the people of assignments that were published, changed or withdrawn, a batch a transaction. The place reached stands in
 * `assignment_fill` and is written with the batch, so that any process goes on after a kill, and doing a batch twice changes nothing.
 */
@Injectable()
export class Filling {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** One batch of one assignment. @returns whether there was anything to do */
  step(): Promise<boolean> {
    return this.uow.run(async (tx) => {
      await onPathsAsTheyAre(tx);
      const found = await tx.one<Place>(next);
      if (!found) return false;
      const assignment = await tx.one<Omit<Fill, keyof Place>>(assignmentOf, [found.assignmentId]);
      if (!assignment) return false;
      await this.fill(tx, { ...assignment, ...found });
      return true;
    });
  }

  private async fill(tx: Tx, fill: Fill): Promise<void> {
    const now = this.clock.now();
    const { assignmentId: id, organizationId, version } = fill;
    const total = fill.place === null ? await this.measure(tx, organizationId, id) : fill.total;
    const people = await tx.query<{ id: string }>(total > BATCH ? batchOfMany : batchOfFew, [
      organizationId,
      id,
      fill.place,
    ]);
    const ids = people.map((person) => person.id);
    await tx.execute('select from person where id = any($1::uuid[]) order by id for share', [ids]);
    const audience = fill.state === 'withdrawn' ? null : await audienceOf(tx, organizationId, fill.rules);
    const live: LiveAssignment = { id, version, audience };
    await decideTargets(tx, live, ids, now, fill.state === 'withdrawn' ? 'withdrawn' : 'changed');
    const finished = ids.length < BATCH;
    await tx.execute(
      `update assignment_fill set place = coalesce($2::uuid, place), done = done + $3, finished_at = $4 where assignment_id = $1`,
      [id, ids.at(-1) ?? null, ids.length, finished ? now : null],
    );
    if (finished)
      await tx.execute(`update assignment set state = 'published' where id = $1 and state = 'publishing'`, [id]);
  }

  private async measure(tx: Tx, organizationId: string, assignmentId: string): Promise<number> {
    const row = await tx.one<{ total: number }>(
      `update assignment_fill set done = 0, total = (select count(*) from (${under} union ${assigned}) p) where assignment_id = $2 returning total`,
      [organizationId, assignmentId],
    );
    return row?.total ?? 0;
  }
}

/** Has everybody gone through from the beginning, under the assignment's present version. In the transaction that changed it. */
export async function refill(tx: Sql, assignmentId: string, version: number, now: Date): Promise<void> {
  await tx.execute(
    `insert into assignment_fill as f (assignment_id, version, started_at) values ($1, $2, $3)
     on conflict (assignment_id) do update set version = $2, place = null, done = 0, total = 0, started_at = $3, finished_at = null`,
    [assignmentId, version, now],
  );
}
