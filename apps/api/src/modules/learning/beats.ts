import { applyBeat, isComplete, type Beat } from '@dangxiao/domain';
import { Injectable } from '@nestjs/common';
import { Batcher } from '../../database/batcher.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import { Awards } from '../credits/index.ts';
import { countBeats, lockLeases, pastBeat, writeBeats, type AppliedBeat, type LockedLease } from './beats.queries.ts';
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
 * Writes the beats of many people in one transaction: lock, decide by the domain's `applyBeat`, write, and for the few that complete a
 * lesson award its hours. A batch holds one beat of a person at most, whatever the number of leases.
 */
@Injectable()
export class Beats {
  private readonly batcher = new Batcher<ReportedBeat, Answer>((beats) => this.uow.run((tx) => this.write(tx, beats)));

  constructor(
    private readonly uow: UnitOfWork,
    private readonly awards: Awards,
  ) {}

  /** Applies a beat; answered after the commit. @throws ApiError lease_not_found, lease_ended, beat_out_of_order, overloaded */
  async report(beat: ReportedBeat) {
    const answer = await this.batcher.add(beat.personId, beat);
    if (answer instanceof ApiError) throw answer;
    return answer;
  }

  private async write(tx: Tx, beats: readonly ReportedBeat[]): Promise<Answer[]> {
    const leases = await lockLeases(tx.prepared, beats);
    const decided = beats.map((beat) => decide(leases.get(beat.leaseId), beat));
    const applied = decided.filter((outcome) => 'locked' in outcome);
    if (applied.length > 0) await writeBeats(tx.prepared, applied);
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

  private async award(tx: Tx, { locked, progress, completedAt, at }: AppliedBeat): Promise<string | null> {
    if (completedAt === null || locked.completedAt !== null) return null;
    const beats = await countBeats(tx, locked.personId, locked.lessonId);
    const { coverage, durationMs } = progress;
    const firstBeatAt = locked.firstBeatAt ?? at;
    const booked = await this.awards.lesson(tx, { ...locked, coverage, durationMs, firstBeatAt, completedAt, beats });
    return booked?.created ? booked.hours : null;
  }
}

/** What comes to a lease a day after its end is not even kept as refused: nobody's queue is that old, and evidence must not grow for ever. */
const CLOSED_AFTER_MS = 86_400_000;

interface Repeated {
  repeated: LockedLease;
  seq: number;
}

function decide(locked: LockedLease | undefined, beat: ReportedBeat): ApiError | Repeated | AppliedBeat {
  if (!locked) return new ApiError('lease_not_found');
  const { lease, progress, completionPercent } = locked;
  const outcome = applyBeat(lease, progress, beat, beat.at.getTime(), locked.completedAt === null);
  if (outcome.kind === 'duplicate') return { repeated: locked, seq: beat.seq };
  if (outcome.kind === 'gap') return new ApiError('beat_out_of_order', { params: { expected: outcome.expected } });
  if (lease.endedAt !== null && beat.at.getTime() - lease.endedAt > CLOSED_AFTER_MS) return new ApiError('lease_ended');
  const complete = isComplete(outcome.progress.coverage, progress.durationMs, completionPercent);
  return {
    ...outcome,
    locked,
    positionMs: Math.min(beat.positionMs, progress.durationMs),
    event: beat.event,
    at: beat.at,
    completedAt: locked.completedAt ?? (complete ? beat.at : null),
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
