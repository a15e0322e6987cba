import { applyBeat, isComplete, type Beat } from '@dangxiao/domain';
import { Injectable } from '@nestjs/common';
import { Batcher } from '../../database/batcher.ts';
import { Pg } from '../../database/pg.ts';
import type { Sql } from '../../database/sql.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import { Awards } from '../credits/index.ts';
import {
  countBeats,
  lockLeases,
  pastBeat,
  readLeases,
  writeBeats,
  writeIfUnchanged,
  type AppliedBeat,
  type KnownLease,
} from './beats.queries.ts';
import { viewOf } from './progress-view.ts';

export interface ReportedBeat extends Beat {
  personId: string;
  leaseId: string;
  positionMs: number;
  /** When it arrived, by the server's clock. */
  at: Date;
}

/** What a beat is answered; refusals are results, so that one of them does not undo the batch. */
type Answer = ApiError | ReturnType<typeof answerOf>;

/**
 * Writes the beats of many people together, decided by the domain's `applyBeat`: usually in one statement that is guarded by what the
 * decision rested on; beats that complete a lesson, and those that somebody overtook, in one transaction with locks that awards the
 * hours. A batch holds one beat of a person at most, whatever the number of leases.
 */
@Injectable()
export class Beats {
  private readonly batcher = new Batcher<ReportedBeat, Answer>((beats) => this.write(beats));

  constructor(
    private readonly pg: Pg,
    private readonly uow: UnitOfWork,
    private readonly awards: Awards,
  ) {}

  /** Applies a beat; answered after the commit. @throws ApiError lease_not_found, lease_ended, beat_out_of_order, overloaded */
  async report(beat: ReportedBeat) {
    const answer = await this.batcher.add(beat.personId, beat);
    if (answer instanceof ApiError) throw answer;
    return answer;
  }

  private async write(beats: readonly ReportedBeat[]): Promise<Answer[]> {
    const written = await this.writeUnlocked(beats);
    const rest = beats.filter(({ leaseId }) => !written.has(leaseId));
    if (rest.length === 0) return beats.map(({ leaseId }) => written.get(leaseId) as Answer);
    const settled = await this.uow.run((tx) => this.writeLocked(tx, rest));
    rest.forEach(({ leaseId }, index) => written.set(leaseId, settled[index] as Answer));
    return beats.map(({ leaseId }) => written.get(leaseId) as Answer);
  }

  /** Two round trips for what is usual: read, then write what did not change in between. Answers of what was written, by lease. */
  private async writeUnlocked(beats: readonly ReportedBeat[]): Promise<Map<string, Answer>> {
    const query: Sql['query'] = (text, params) => this.pg.prepared(text, params);
    const leases = await readLeases(query, beats);
    const decided = beats.map((beat) => decide(leases.get(beat.leaseId), beat));
    const usual = decided.filter((outcome) => 'known' in outcome).filter((outcome) => !completes(outcome));
    const written = usual.length > 0 ? await writeIfUnchanged(query, usual) : new Set<string>();
    return new Map(
      usual.filter(({ known }) => written.has(known.leaseId)).map((beat) => [beat.known.leaseId, answerOf(beat, null)]),
    );
  }

  private async writeLocked(tx: Tx, beats: readonly ReportedBeat[]): Promise<Answer[]> {
    const { query } = tx.prepared;
    const leases = await lockLeases(query, beats);
    const decided = beats.map((beat) => decide(leases.get(beat.leaseId), beat));
    const applied = decided.filter((outcome) => 'known' in outcome);
    if (applied.length > 0) await writeBeats(query, applied);
    const answers: Answer[] = [];
    for (const outcome of decided) {
      if (outcome instanceof ApiError) answers.push(outcome);
      else if ('repeated' in outcome) answers.push(await this.answerAgain(tx, outcome));
      else answers.push(answerOf(outcome, await this.award(tx, outcome)));
    }
    return answers;
  }

  private async answerAgain(tx: Tx, { repeated, seq }: Repeated): Promise<Answer> {
    const { refused, awarded } = await pastBeat(tx, repeated, seq);
    return answerOf({ ...repeated, refused }, awarded);
  }

  private async award(tx: Tx, beat: AppliedBeat): Promise<string | null> {
    const { known, progress, completedAt, at } = beat;
    if (completedAt === null || !completes(beat)) return null;
    const beats = await countBeats(tx, known.personId, known.lessonId);
    const { coverage, durationMs } = progress;
    const firstBeatAt = known.firstBeatAt ?? at;
    const booked = await this.awards.lesson(tx, { ...known, coverage, durationMs, firstBeatAt, completedAt, beats });
    return booked?.created ? booked.hours : null;
  }
}

const completes = ({ known, completedAt }: AppliedBeat) => completedAt !== null && known.completedAt === null;

/** What comes to a lease a day after its end is not even kept as refused: nobody's queue is that old, and evidence must not grow for ever. */
const CLOSED_AFTER_MS = 86_400_000;

interface Repeated {
  repeated: KnownLease;
  seq: number;
}

function decide(known: KnownLease | undefined, beat: ReportedBeat): ApiError | Repeated | AppliedBeat {
  if (!known) return new ApiError('lease_not_found');
  const { lease, progress, completionPercent } = known;
  const outcome = applyBeat(lease, progress, beat, beat.at.getTime(), known.completedAt === null);
  if (outcome.kind === 'duplicate') return { repeated: known, seq: beat.seq };
  if (outcome.kind === 'gap') return new ApiError('beat_out_of_order', { params: { expected: outcome.expected } });
  if (lease.endedAt !== null && beat.at.getTime() - lease.endedAt > CLOSED_AFTER_MS) return new ApiError('lease_ended');
  const complete = isComplete(outcome.progress.coverage, progress.durationMs, completionPercent);
  return {
    ...outcome,
    known,
    positionMs: Math.min(beat.positionMs, progress.durationMs),
    event: beat.event,
    at: beat.at,
    completedAt: known.completedAt ?? (complete ? beat.at : null),
  };
}

function answerOf(
  { lease, progress, completedAt, refused }: Pick<AppliedBeat, 'lease' | 'progress' | 'completedAt' | 'refused'>,
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
