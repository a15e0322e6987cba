import { applyHeartbeat, isComplete, type Heartbeat } from '@dangxiao/domain';
import { Injectable } from '@nestjs/common';
import { Batcher } from '../../database/batcher.ts';
import { Pg } from '../../database/pg.ts';
import type { Sql } from '../../database/sql.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import { Awards } from '../credits/index.ts';
import {
  countHeartbeats,
  lockLeases,
  pastHeartbeat,
  readLeases,
  writeHeartbeats,
  writeIfUnchanged,
  type AppliedHeartbeat,
  type KnownLease,
} from './heartbeats.queries.ts';
import { viewOf } from './progress-view.ts';

export interface ReportedHeartbeat extends Heartbeat {
  personId: string;
  leaseId: string;
  positionMs: number;
  /** When it arrived, by the server's clock. */
  at: Date;
}

/** What a heartbeat is answered; refusals are results, so that one of them does not undo the batch. */
type Answer = ApiError | ReturnType<typeof answerOf>;

/**
 * Writes the heartbeats of many people together, decided by the domain's `applyHeartbeat`: usually in one statement that is guarded by what the
 * decision rested on; heartbeats that complete a lesson, and those that somebody overtook, in one transaction with locks that awards the
 * hours. A batch holds one heartbeat of a person at most, whatever the number of leases.
 */
@Injectable()
export class Heartbeats {
  private readonly batcher = new Batcher<ReportedHeartbeat, Answer>((heartbeats) => this.write(heartbeats));

  constructor(
    private readonly pg: Pg,
    private readonly uow: UnitOfWork,
    private readonly awards: Awards,
  ) {}

  /** Applies a heartbeat; answered after the commit. @throws ApiError lease_not_found, lease_ended, heartbeat_out_of_order, overloaded */
  async report(heartbeat: ReportedHeartbeat) {
    const answer = await this.batcher.add(heartbeat.personId, heartbeat);
    if (answer instanceof ApiError) throw answer;
    return answer;
  }

  private async write(heartbeats: readonly ReportedHeartbeat[]): Promise<Answer[]> {
    const written = await this.writeUnlocked(heartbeats);
    const rest = heartbeats.filter(({ leaseId }) => !written.has(leaseId));
    if (rest.length === 0) return heartbeats.map(({ leaseId }) => written.get(leaseId) as Answer);
    const settled = await this.uow.run((tx) => this.writeLocked(tx, rest));
    rest.forEach(({ leaseId }, index) => written.set(leaseId, settled[index] as Answer));
    return heartbeats.map(({ leaseId }) => written.get(leaseId) as Answer);
  }

  /** Two round trips for what is usual: read, then write what did not change in between. Answers of what was written, by lease. */
  private async writeUnlocked(heartbeats: readonly ReportedHeartbeat[]): Promise<Map<string, Answer>> {
    const query: Sql['query'] = (text, params) => this.pg.prepared(text, params);
    const leases = await readLeases(query, heartbeats);
    const decided = heartbeats.map((heartbeat) => decide(leases.get(heartbeat.leaseId), heartbeat));
    const usual = decided.filter((outcome) => 'known' in outcome).filter((outcome) => !completes(outcome));
    const written = usual.length > 0 ? await writeIfUnchanged(query, usual) : new Set<string>();
    return new Map(
      usual
        .filter(({ known }) => written.has(known.leaseId))
        .map((heartbeat) => [heartbeat.known.leaseId, answerOf(heartbeat, null)]),
    );
  }

  private async writeLocked(tx: Tx, heartbeats: readonly ReportedHeartbeat[]): Promise<Answer[]> {
    const { query } = tx.prepared;
    const leases = await lockLeases(query, heartbeats);
    const decided = heartbeats.map((heartbeat) => decide(leases.get(heartbeat.leaseId), heartbeat));
    const applied = decided.filter((outcome) => 'known' in outcome);
    if (applied.length > 0) await writeHeartbeats(query, applied);
    const answers: Answer[] = [];
    for (const outcome of decided) {
      if (outcome instanceof ApiError) answers.push(outcome);
      else if ('repeated' in outcome) answers.push(await this.answerAgain(tx, outcome));
      else answers.push(answerOf(outcome, await this.award(tx, outcome)));
    }
    return answers;
  }

  private async answerAgain(tx: Tx, { repeated, seq }: Repeated): Promise<Answer> {
    const { refused, awarded } = await pastHeartbeat(tx, repeated, seq);
    return answerOf({ ...repeated, refused }, awarded);
  }

  private async award(tx: Tx, heartbeat: AppliedHeartbeat): Promise<string | null> {
    const { known, progress, completedAt, at } = heartbeat;
    if (completedAt === null || !completes(heartbeat)) return null;
    const heartbeats = await countHeartbeats(tx, known.personId, known.lessonId);
    const { coverage, durationMs } = progress;
    const firstHeartbeatAt = known.firstHeartbeatAt ?? at;
    const booked = await this.awards.lesson(tx, {
      ...known,
      coverage,
      durationMs,
      firstHeartbeatAt,
      completedAt,
      heartbeats,
    });
    return booked?.created ? booked.hours : null;
  }
}

const completes = ({ known, completedAt }: AppliedHeartbeat) => completedAt !== null && known.completedAt === null;

/** What comes to a lease a day after its end is not even kept as refused: nobody's queue is that old, and evidence must not grow for ever. */
const CLOSED_AFTER_MS = 86_400_000;

interface Repeated {
  repeated: KnownLease;
  seq: number;
}

function decide(known: KnownLease | undefined, heartbeat: ReportedHeartbeat): ApiError | Repeated | AppliedHeartbeat {
  if (!known) return new ApiError('lease_not_found');
  const { lease, progress, completionPercent } = known;
  const outcome = applyHeartbeat(lease, progress, heartbeat, heartbeat.at.getTime(), known.completedAt === null);
  if (outcome.kind === 'duplicate') return { repeated: known, seq: heartbeat.seq };
  if (outcome.kind === 'gap') return new ApiError('heartbeat_out_of_order', { params: { expected: outcome.expected } });
  if (lease.endedAt !== null && heartbeat.at.getTime() - lease.endedAt > CLOSED_AFTER_MS)
    return new ApiError('lease_ended');
  const complete = isComplete(outcome.progress.coverage, progress.durationMs, completionPercent);
  return {
    ...outcome,
    known,
    positionMs: Math.min(heartbeat.positionMs, progress.durationMs),
    event: heartbeat.event,
    at: heartbeat.at,
    completedAt: known.completedAt ?? (complete ? heartbeat.at : null),
  };
}

function answerOf(
  { lease, progress, completedAt, refused }: Pick<AppliedHeartbeat, 'lease' | 'progress' | 'completedAt' | 'refused'>,
  awarded: string | null,
) {
  return {
    seq: lease.seq,
    live: lease.endedAt === null,
    progress: viewOf(progress.coverage, progress.frontierMs, completedAt),
    refused: refused.map(({ interval: [from, to], reason }) => ({ interval: [from, to] as [number, number], reason })),
    awarded,
  };
}
