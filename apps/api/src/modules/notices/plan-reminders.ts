import { DEFAULT_SETTINGS, dueSteps, planReminders, type ReminderStep } from '@dangxiao/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { Pg } from '../../database/pg.ts';
import { settingsOfMany } from './settings.queries.ts';

interface Row {
  id: string;
  organizationId: string;
  required: boolean;
  dueAt: Date;
  graceUntil: Date | null;
}

/** A deadline within a year of now: no step is farther away. */
const open = `
  select a.id, a.organization_id as "organizationId", a.required, a.due_at as "dueAt", a.grace_until as "graceUntil"
  from assignment a
  where a.state = 'published' and a.opened_at is not null and a.due_at < $1::timestamptz + interval '366 days'
    and coalesce(a.grace_until, a.due_at) > $1::timestamptz - interval '396 days'`;

// People whose study or place changed before now are looked at first: nobody is reminded of what they have finished.
const write = `
  insert into reminder_run (assignment_id, step, deadline, step_at, after_change, created_at)
  select r.assignment_id, r.step, r.deadline, r.step_at, uuidv7(), $5
  from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[]) as r (assignment_id, step, deadline, step_at)
  on conflict do nothing`;

/**
 * What happened to an assignment itself in the last month: it opened, its times changed, it was withdrawn. A step of its own each, dated by the
 * event, so that it is told once.
 */
const events = `
  insert into reminder_run (assignment_id, step, deadline, step_at, after_change, created_at)
  select e.*, $1, uuidv7(), $1 from (
    select a.id, 'published' as step, a.published_at as at from assignment a where a.state = 'published' and a.opened_at is not null
    union all
    select a.id, 'withdrawn', a.withdrawn_at from assignment a where a.state = 'withdrawn' and a.published_at is not null
    union all
    select a.id, 'changed', h.at from assignment a join assignment_version h on h.assignment_id = a.id and h.number = a.version and h.action = 'changed'
    join assignment_version b on b.assignment_id = a.id and b.number = h.number - 1
    where a.state = 'published' and (h.content -> 'dueAt', h.content -> 'graceUntil', h.content -> 'opensAt')
      is distinct from (b.content -> 'dueAt', b.content -> 'graceUntil', b.content -> 'opensAt')) e
  where e.at > $1::timestamptz - interval '30 days' and e.at <= $1
  on conflict do nothing`;

/** The instant that a step is counted from: another one makes it another step. */
const deadlineOf = ({ dueAt, graceUntil }: Row, kind: ReminderStep['kind']) =>
  kind === 'before' || kind === 'at' ? dueAt : (graceUntil ?? dueAt);

/** Writes down the steps that have come. A changed deadline has steps of its own; those of the former one are not gone through any further. */
@Injectable()
export class PlanReminders {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    await this.pg.execute(events, [now]);
    const assignments = await this.pg.query<Row>(open, [now]);
    if (assignments.length === 0) return;
    const settings = await settingsOfMany(
      this.pg,
      assignments.map((row) => row.organizationId),
    );
    const rows = assignments.flatMap((row) => {
      const { reminders } = settings.get(row.organizationId) ?? DEFAULT_SETTINGS;
      const plan = planReminders(row, reminders, row.required, this.config.zone);
      return dueSteps(plan, row, now).map(({ key, at, step }) => ({
        id: row.id,
        key,
        at,
        deadline: deadlineOf(row, step.kind),
      }));
    });
    await this.pg.execute(write, [
      rows.map((row) => row.id),
      rows.map((row) => row.key),
      rows.map((row) => row.deadline),
      rows.map((row) => row.at),
      now,
    ]);
  }
}
