import type { Sql } from '../../database/sql.ts';

export interface Save {
  personId: string;
  attemptId: string;
  slot: number;
  epoch: number;
  seq: number;
  choice: readonly string[];
  /** When it reached the server. */
  at: Date;
}

/** What became of a save. */
export interface Judged {
  n: number;
  deadline: Date;
  /** The writer now. */
  current: number;
  has_slot: boolean;
  /** Every option chosen stands on the paper. */
  fits: boolean;
  /** The server did issue this epoch. */
  issued: boolean;
  /** Kept beside the answers, not marked. */
  late: boolean;
}

/**
 * Saves at most one answer of each slot. `for key share` is what an ending's `for update` waits for, and what waits for it: a save is either
 * seen by the marks, or finds the attempt ended (the row is read again after the wait) and is late. What was stored in time and comes
 * again after the end is acknowledged again, not late.
 *
 * It decides as the domain's `decideSave` does; `test/api/exams/deciding.test.ts` holds the two against each other.
 */
const save = `
  with own as (
    select id, person_id, deadline, epoch, state from attempt where id = any($1::uuid[]) order by id for key share
  ), judged as (
    select i.*, o.deadline, o.epoch as current, p.slot is not null as has_slot, coalesce(i.choice::text[] <@ p.option_order, false) as fits,
      i.epoch <= o.epoch as issued, o.state = 'open' and i.at < o.deadline as in_time,
      a.epoch is not distinct from i.epoch and a.seq is not distinct from i.seq as again
    from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::int[], $6::text[], $7::timestamptz[]) with ordinality
      i (attempt_id, person_id, slot, epoch, seq, choice, at, n)
    join own o on o.id = i.attempt_id and o.person_id = i.person_id
    left join attempt_slot p on p.attempt_id = i.attempt_id and p.slot = i.slot
    left join answer a on a.attempt_id = i.attempt_id and a.slot = i.slot
  ), saved as (
    insert into answer as old (attempt_id, slot, epoch, seq, choice, saved_at)
    select attempt_id, slot, epoch, seq, choice::text[], at from judged where in_time and fits and issued order by attempt_id, slot
    on conflict (attempt_id, slot) do update
      set epoch = excluded.epoch, seq = excluded.seq, choice = excluded.choice, saved_at = excluded.saved_at
      where (old.epoch, old.seq) < (excluded.epoch, excluded.seq)
  ), late as (
    insert into late_answer (attempt_id, slot, epoch, seq, choice, received_at)
    select attempt_id, slot, epoch, seq, choice::text[], at from judged where not in_time and not again and fits and issued
    order by attempt_id, slot
    on conflict do nothing
  )
  select n::int, deadline, current, has_slot, fits, issued, not in_time and not again as late from judged`;

/** @returns in the order of `saves`; undefined for an attempt that is not the person's */
export async function saveAnswers(query: Sql['query'], saves: readonly Save[]): Promise<(Judged | undefined)[]> {
  const rows = await query<Judged>(save, [
    saves.map((each) => each.attemptId),
    saves.map((each) => each.personId),
    saves.map((each) => each.slot),
    saves.map((each) => each.epoch),
    saves.map((each) => each.seq),
    // options are single letters: no quoting is needed
    saves.map((each) => `{${each.choice.join(',')}}`),
    saves.map((each) => each.at),
  ]);
  const results: (Judged | undefined)[] = saves.map(() => undefined);
  for (const row of rows) results[row.n - 1] = row;
  return results;
}
