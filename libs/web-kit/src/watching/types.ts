import type { BodyOf, learning, ResponseOf } from '@dangxiao/contracts';
import type { Keeper } from '../device/keeper.ts';

export type Heartbeat = BodyOf<typeof learning.sendHeartbeat>;
export type HeartbeatAnswer = ResponseOf<typeof learning.sendHeartbeat>;
type Lease = ResponseOf<typeof learning.openLease>;
export type WatchProgress = Lease['progress'];
export type Refused = HeartbeatAnswer['refused'][number];

/** How heartbeats reach the server; a failing call throws an ApiFailure. */
export interface WatchTransport {
  open: (takeOver: boolean) => Promise<Lease>;
  send: (leaseId: string, heartbeat: Heartbeat, options?: { keepalive?: boolean }) => Promise<HeartbeatAnswer>;
}

/** Heartbeats of one lease that the server has not acknowledged. */
export interface KeptHeartbeats {
  leaseId: string;
  /** The account they belong to: nobody else's session sends them. */
  owner: string;
  heartbeats: Heartbeat[];
  /** Wall time of the last change, ms; only to clear away what is too old to count. */
  keptAt: number;
}
export type HeartbeatKeeper = Keeper<KeptHeartbeats>;
