import type { NoticeContent } from '@dangxiao/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { Notices, type Message } from './notices.ts';
import { deadlineStands, finishRun, isReady, keyOf, noteRun, type NewsKind, type Run } from './reminder-runs.ts';
import { unfinishedAfter } from './targets.queries.ts';

/** So many that the process answers requests in between without being felt. */
const BATCH = 1_000;

type OwnKind = 'before' | 'at' | 'after' | NewsKind;

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

const next = `
  select r.assignment_id as "assignmentId", r.step, r.deadline, r.step_at as "stepAt", r.place from reminder_run r
  where r.finished_at is null and not r.step like any(array['secretary-%', 'superior-%']) and ${isReady}
  order by r.step_at limit 1 for update of r skip locked`;
const find = `
  select a.title, a.required, a.opens_at as "opensAt", a.due_at as "dueAt", a.grace_until as "graceUntil", a.state,
    a.withdrawn_reason as "withdrawnReason", o.name as "organizationName"
  from assignment a join organization o on o.id = a.organization_id where a.id = $1 for share of a`;

/**
 * Goes through the learners of a step, a batch a transaction: the messages, their emails and the place reached are committed together, so that
 * any process goes on after a kill and nobody is told twice.
 */
@Injectable()
export class TellReminders {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly notices: Notices,
  ) {}

  /** One batch of one step. @returns whether there was anything to do */
  step(): Promise<boolean> {
    return this.uow.run(async (tx) => {
      const run = await tx.one<Run>(next);
      if (!run) return false;
      const assignment = await tx.one<Assignment>(find, [run.assignmentId]);
      const kind = run.step.split('-')[0] as OwnKind;
      const state = kind === 'withdrawn' ? 'withdrawn' : 'published';
      const valid = assignment?.state === state && deadlineStands(assignment, kind, run.deadline);
      if (!assignment || !valid) await finishRun(tx, run, 0, this.clock.now());
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
    const place = people.length < BATCH ? null : (people.at(-1) ?? null);
    await noteRun(tx, run, told, place, this.clock.now());
  }
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
