import { dayIn, supervisionOf } from '@dangxiao/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { locks, tryLockFor } from '../../database/locks.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { Notices, type Message } from './notices.ts';
import { overdueByRecipient, type OverdueOf } from './overdue.queries.ts';
import { deadlineStands, finishRun, isReady, keyOf, type Run } from './reminder-runs.ts';

type Kind = 'secretary' | 'superior';
interface Due extends Run {
  kind: Kind;
  title: string;
  state: string;
  dueAt: Date | null;
  graceUntil: Date | null;
}

/** Trainings that one message may be about, and messages of one statement. */
const TOGETHER = 20;
const BATCH = 2_000;

const due = `
  select r.assignment_id as "assignmentId", r.step, r.deadline, r.step_at as "stepAt", r.place, split_part(r.step, '-', 1) as kind,
    a.title, a.state, a.due_at as "dueAt", a.grace_until as "graceUntil"
  from reminder_run r join assignment a on a.id = r.assignment_id
  where r.finished_at is null and r.step like any(array['secretary-%', 'superior-%']) and ${isReady}
  order by r.step_at, r.assignment_id limit 100 for update of r for share of a`;

/**
 * Tells those who answer for late people: whatever is due goes into one message each, one of those to secretaries and one of those to the
 * organization above. The messages, their emails and the end of the steps are committed together.
 */
@Injectable()
export class TellSupervision {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly notices: Notices,
    private readonly config: Config,
  ) {}

  /** The steps of one kind that are due. @returns whether there was anything to do */
  step(): Promise<boolean> {
    return this.uow.run(async (tx) => {
      if (!(await tryLockFor(tx, locks.supervision))) return false;
      const runs = await tx.query<Due>(due);
      const [first] = runs;
      if (!first) return false;
      const together = runs.filter(({ kind }) => kind === first.kind).slice(0, TOGETHER);
      const standing = together.filter(
        (run) => run.state === 'published' && deadlineStands(run, run.kind, run.deadline),
      );
      const told = await this.tell(tx, first.kind, keyOf(first), standing);
      for (const run of together) await finishRun(tx, run, told.get(run.assignmentId) ?? 0, this.clock.now());
      return true;
    });
  }

  /** @returns how many were told of each training */
  private async tell(tx: Tx, kind: Kind, dedupeKey: string, runs: readonly Due[]): Promise<Map<string, number>> {
    const told = new Map<string, number>();
    if (runs.length === 0) return told;
    const byId = new Map(runs.map((run) => [run.assignmentId, run]));
    const today = dayIn(this.config.zone, this.clock.now());
    const readers = new Map<string, OverdueOf[]>();
    for (const late of await overdueByRecipient(tx, [...byId.keys()], kind, today)) {
      const reader = late.personId ?? late.accountId ?? '';
      readers.set(reader, [...(readers.get(reader) ?? []), late]);
      told.set(late.assignmentId, (told.get(late.assignmentId) ?? 0) + 1);
    }
    let batch: Message[] = [];
    for (const late of readers.values()) {
      const trainings = late.map(({ personId: _person, accountId: _account, ...facts }) => ({
        title: byId.get(facts.assignmentId)?.title ?? '',
        dueAt: byId.get(facts.assignmentId)?.deadline.toISOString() ?? '',
        ...facts,
      }));
      const content = supervisionOf(kind, trainings);
      const to = late[0]?.personId ? { personId: late[0].personId } : { accountId: late[0]?.accountId ?? '' };
      if (content) batch.push({ to, ...content, dedupeKey } as Message);
      if (batch.length < BATCH) continue;
      await this.notices.tellAll(tx, batch);
      batch = [];
    }
    await this.notices.tellAll(tx, batch);
    return told;
  }
}
