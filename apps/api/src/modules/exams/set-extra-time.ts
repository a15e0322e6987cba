import { exams } from '@dangxiao/contracts';
import { deadlineOf } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler, ScopeOf } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { scopeOf } from '../../http/scope.ts';
import { Audit } from '../audit/index.ts';
import { concernedExam, attemptTables } from './concerned-exam.ts';

interface Running {
  id: string;
  state: string;
  startedAt: Date;
  deadline: Date;
  minutes: number;
  personName: string;
  organizationId: string;
}

/**
 * Sets the extra time of running attempts: a whole amount beyond the exam's own minutes, so that a click too many adds nothing. Saves and
 * hand-ins read the deadline of the row and use the new one at once; open pages hear of it within seconds (P6).
 */
@Handles(exams.setExtraTime)
export class SetExtraTime implements Handler<typeof exams.setExtraTime> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async run({ actor, scope, params: { examId }, body, request }: CallOf<typeof exams.setExtraTime>) {
    const { minutes, reason } = body;
    const asked = [...new Set(body.attemptIds)];
    return this.uow.run(async (tx) => {
      await concernedExam(tx, scopeOf(actor, 'records.read'), examId);
      const attempts = await lockAttempts(tx, scope, examId, asked);
      if (attempts.length < asked.length) throw new ApiError('attempt_not_found');
      const now = this.clock.now();
      let changed = 0;
      for (const attempt of attempts) {
        const deadline = deadlineOf(attempt.startedAt, attempt.minutes + minutes, null);
        if (attempt.state !== 'open' || attempt.deadline <= now || deadline <= now) continue;
        changed += 1;
        if (deadline.getTime() === attempt.deadline.getTime()) continue;
        await tx.execute('update attempt set deadline = $2 where id = $1', [attempt.id, deadline]);
        await this.audit.record(tx, {
          actor,
          request,
          action: exams.setExtraTime.id,
          objectType: 'attempt',
          objectId: attempt.id,
          objectName: attempt.personName,
          organizationId: attempt.organizationId,
          before: { extraMinutes: extra(attempt) },
          after: { extraMinutes: minutes, reason },
        });
      }
      if (changed === 0) throw new ApiError('attempt_closed');
      return { changed, ended: attempts.length - changed };
    });
  }
}

const extra = ({ startedAt, deadline, minutes }: Running) =>
  Math.round((deadline.getTime() - startedAt.getTime()) / 60_000) - minutes;

/** `for no key update` keeps endings away, which read the deadline again under their lock, and lets saves through. */
function lockAttempts(
  tx: Tx,
  scope: ScopeOf<typeof exams.setExtraTime>,
  examId: string,
  ids: readonly string[],
): Promise<Running[]> {
  const params: unknown[] = [examId, ids];
  return tx.query<Running>(
    `select s.id, s.state, s.started_at as "startedAt", s.deadline, v.minutes, p.name as "personName", o.id as "organizationId"
     from ${attemptTables} join exam_version v on v.id = s.exam_version_id
     where s.exam_id = $1 and s.id = any($2::uuid[]) and ${scope.sql('o.path', params)}
     order by s.id for no key update of s`,
    params,
  );
}
