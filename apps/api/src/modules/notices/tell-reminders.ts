import { dayIn, type NoticeContent, type ReminderStep } from '@dangxiao/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { Notices, type Message } from './notices.ts';
import { overdueByRecipient } from './overdue.queries.ts';
import { unfinishedAfter } from './targets.queries.ts';

const BATCH = 4_000;

type OwnKind = 'before' | 'at' | 'after' | 'published' | 'changed' | 'withdrawn';
type Kind = ReminderStep['kind'] | OwnKind;

interface Run {
  assignmentId: string;
  step: string;
  deadline: Date;
  stepAt: Date;
  place: string | null;
}

interface Assignment {
  title: string;
  organizationName: string;
  required: boolean;
  opensAt: Date;
  withdrawnReason: string | null;
  dueAt: Date | null;
  graceUntil: Date | null;
  state: string;
}

// A run waits until the fill is through and every change of people that was known when it was planned has been followed.
const next = `
  select r.assignment_id as "assignmentId", r.step, r.deadline, r.step_at as "stepAt", r.place from reminder_run r
  where r.finished_at is null
    and not exists (select from assignment_fill f where f.assignment_id = r.assignment_id and f.finished_at is null)
    and not exists (select from audience_change c where c.id < r.after_change)
  order by r.step_at limit 1 for update of r skip locked`;
const find = `
  select a.title, a.required, a.opens_at as "opensAt", a.due_at as "dueAt", a.grace_until as "graceUntil", a.state,
    a.withdrawn_reason as "withdrawnReason", o.name as "organizationName"
  from assignment a join organization o on o.id = a.organization_id where a.id = $1 for share of a`;

/**
 * Goes through the people of a step, a batch a transaction: the messages, their letters and the place reached are committed together, so that
 * any process goes on after a kill and nobody is told twice.
 */
@Injectable()
export class TellReminders {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly notices: Notices,
    private readonly config: Config,
  ) {}

  /** One batch of one step. @returns whether there was anything to do */
  step(): Promise<boolean> {
    return this.uow.run(async (tx) => {
      const run = await tx.one<Run>(next);
      if (!run) return false;
      const assignment = await tx.one<Assignment>(find, [run.assignmentId]);
      const kind = run.step.split('-')[0] as Kind;
      const state = kind === 'withdrawn' ? 'withdrawn' : 'published';
      const valid = assignment?.state === state && deadlineStands(assignment, kind, run.deadline);
      if (!assignment || !valid) await this.note(tx, run, 0, null);
      else if (kind === 'secretary' || kind === 'superior') await this.escalate(tx, run, assignment, kind);
      else await this.remind(tx, run, assignment, kind);
      return true;
    });
  }

  private async remind(tx: Tx, run: Run, assignment: Assignment, kind: OwnKind): Promise<void> {
    const part = { assignedBefore: run.stepAt, withdrawn: kind === 'withdrawn', place: run.place, limit: BATCH };
    const people = await unfinishedAfter(tx, run.assignmentId, part);
    const content = contentOf(run.assignmentId, assignment, kind);
    const dedupeKey = keyOf(run);
    const messages = people.map((personId): Message => ({ to: { personId }, ...content, dedupeKey }));
    const told = await this.notices.tellAll(tx, messages);
    await this.note(tx, run, told, people.length < BATCH ? null : (people.at(-1) ?? null));
  }

  private async escalate(tx: Tx, run: Run, assignment: Assignment, kind: 'secretary' | 'superior'): Promise<void> {
    const late = await overdueByRecipient(tx, run.assignmentId, kind, dayIn(this.config.zone, this.clock.now()));
    const about = { assignmentId: run.assignmentId, title: assignment.title, dueAt: run.deadline.toISOString() };
    const told = await this.notices.tellAll(
      tx,
      late.map(({ personId, accountId, ...facts }) => ({
        to: personId ? { personId } : { accountId: accountId ?? '' },
        code: `escalation.${kind}` as const,
        params: { ...about, ...facts },
        dedupeKey: keyOf(run),
      })),
    );
    await this.note(tx, run, told, null);
  }

  /** @param place null: the step is through */
  private async note(tx: Tx, run: Run, told: number, place: string | null): Promise<void> {
    await tx.execute(
      `update reminder_run set told = told + $4, place = coalesce($5::uuid, place), finished_at = case when $5::uuid is null then $6::timestamptz end
       where assignment_id = $1 and step = $2 and deadline = $3`,
      [run.assignmentId, run.step, run.deadline, told, place, this.clock.now()],
    );
  }
}

const keyOf = (run: Run) => `${run.step}:${run.assignmentId}:${run.deadline.toISOString()}`;

/** An event is dated by itself; a step stands as long as its deadline is the assignment's. */
function deadlineStands({ dueAt, graceUntil }: Assignment, kind: Kind, deadline: Date): boolean {
  if (kind === 'published' || kind === 'changed' || kind === 'withdrawn') return true;
  const own = kind === 'before' || kind === 'at' ? dueAt : (graceUntil ?? dueAt);
  return own?.getTime() === deadline.getTime();
}

function contentOf(assignmentId: string, assignment: Assignment, kind: OwnKind): NoticeContent {
  const { title, organizationName, required } = assignment;
  const dueAt = assignment.dueAt?.toISOString() ?? null;
  const params = { assignmentId, title, dueAt, graceUntil: assignment.graceUntil?.toISOString() ?? null };
  if (kind === 'withdrawn')
    return { code: 'assignment.withdrawn', params: { assignmentId, title, reason: assignment.withdrawnReason } };
  if (kind === 'changed') return { code: 'assignment.changed', params };
  if (kind !== 'published') return { code: `reminder.${kind}`, params };
  const opensAt = assignment.opensAt.toISOString();
  return { code: 'assignment.published', params: { ...params, organizationName, opensAt, required } };
}
