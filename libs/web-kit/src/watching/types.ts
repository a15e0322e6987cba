import type { BodyOf, learning, ResponseOf } from '@dangxiao/contracts';
import type { Keeper } from '../device/keeper.ts';

export type Beat = BodyOf<typeof learning.sendBeat>;
export type BeatAnswer = ResponseOf<typeof learning.sendBeat>;
export type Lease = ResponseOf<typeof learning.openLease>;
export type WatchProgress = Lease['progress'];
export type Refused = BeatAnswer['refused'][number];

/** How beats reach the server; a failing call throws an ApiFailure. */
export interface WatchTransport {
  open: (takeOver: boolean) => Promise<Lease>;
  send: (leaseId: string, beat: Beat, options?: { keepalive?: boolean }) => Promise<BeatAnswer>;
}

/** Beats of one lease that the server has not acknowledged. */
export interface KeptBeats {
  leaseId: string;
  /** The account they belong to: nobody else's session sends them. */
  owner: string;
  beats: Beat[];
  /** Wall time of the last change, ms; only to clear away what is too old to count. */
  keptAt: number;
}
export type BeatKeeper = Keeper<KeptBeats>;
