import { markAttempt, attemptState, type MarkableSlot } from '@dangxiao/domain';
import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/sql.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { Awards } from '../credits/index.ts';

interface Ending {
  id: string;
  personId: string;
  examId: string;
  examVersionId: string;
  courseId: string;
  number: number;
  state: 'open' | 'handed_in' | 'timed_out';
  startedAt: Date;
  deadline: Date;
  passPercent: number;
}

/** `for update` waits for every save under way and keeps later ones waiting: what is read after it is all that was acknowledged. */
const lock = `
  select s.id, s.person_id as "personId", s.exam_id as "examId", s.exam_version_id as "examVersionId", s.course_id as "courseId",
    s.number, s.state, s.started_at as "startedAt", s.deadline, e.pass_percent as "passPercent"
  from attempt s join exam_version e on e.id = s.exam_version_id where s.id = $1 for update of s`;

const slots = `
  select p.slot, q.kind, q.correct, a.choice
  from attempt_slot p
  join question_version q on q.id = p.question_version_id
  left join answer a on a.attempt_id = p.attempt_id and a.slot = p.slot
  where p.attempt_id = $1 order by p.slot`;

/** Ends attempts: the one way from open to handed in or timed out, with marks and hours in the same transaction. */
@Injectable()
export class Endings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly awards: Awards,
  ) {}

  /**
   * Ends an attempt at `now`, or at its deadline if that is earlier: nobody's finish is ever later. Nothing when it has ended before, or when
   * only one that is due should end and its deadline, read under the lock, was moved meanwhile.
   * @returns whether it ended now
   */
  async end(tx: Tx, attemptId: string, now: Date, onlyDue = false): Promise<boolean> {
    const attempt = await tx.one<Ending>(lock, [attemptId]);
    if (!attempt || attempt.state !== 'open' || (onlyDue && attempt.deadline > now)) return false;
    const timedOut = attemptState({ deadline: attempt.deadline, handedInAt: null }, now) === 'timed_out';
    const finishedAt = timedOut ? attempt.deadline : now;
    const rows = await tx.query<MarkableSlot & { choice: string[] | null }>(slots, [attemptId]);
    const mark = markAttempt(rows, new Map(rows.map(({ slot, choice }) => [slot, choice])), attempt.passPercent);
    await tx.execute(
      'update attempt set state = $2, finished_at = $3, correct = $4, score_percent = $5, passed = $6 where id = $1',
      [attemptId, timedOut ? 'timed_out' : 'handed_in', finishedAt, mark.correct, mark.scorePercent, mark.passed],
    );
    if (mark.passed) await this.awards.exam(tx, { ...attempt, ...mark, attemptId, finishedAt });
    return true;
  }

  /** Ends an attempt if its deadline is over. */
  async endIfDue(attempt: { id: string; state?: string; deadline: Date }, now: Date): Promise<boolean> {
    if ((attempt.state ?? 'open') !== 'open' || attempt.deadline > now) return false;
    return this.uow.run((tx) => this.end(tx, attempt.id, now, true));
  }

  /** Open attempts whose deadline is over, the longest overdue first. */
  due(sql: Sql, now: Date, limit: number): Promise<{ id: string; deadline: Date }[]> {
    return sql.query(
      `select id, deadline from attempt where state = 'open' and deadline <= $1 order by deadline, id limit $2`,
      [now, limit],
    );
  }
}
