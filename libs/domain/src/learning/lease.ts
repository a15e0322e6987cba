/** How often a playing player reports. */
export const HEARTBEAT_INTERVAL_MS = 15_000;
/** At most this much time accrues between two heartbeats. */
export const MAX_ACCRUAL_GAP_MS = 600_000;
/** How long an ended lease still accepts its own queued heartbeats. */
export const LEASE_GRACE_MS = 600_000;

/** A playback lease. A person has at most one that is not ended. Instants are milliseconds of the server's clock. */
export type Lease = {
  readonly startedAt: number;
  /** The instant up to which time has been accrued: the last heartbeat's, never beyond `endedAt`. */
  readonly lastHeartbeatAt: number;
  readonly playing: boolean;
  /** Server time while playing, in ms. */
  readonly accruedMs: number;
  /** Server time while playing that did not accrue, because more than ten minutes lay between two heartbeats. It only words refusals. */
  readonly gapMs: number;
  /** Accepted content ms, repeats included: what is spent of the budget. */
  readonly playedMs: number;
  /** Content ms that wall time allowed, accepted or refused ('budget', 'gap'): the ceiling of what moves the frontier. */
  readonly wallPlayedMs: number;
  /** Set when another lease took over or an 'end' heartbeat came; null while the lease lives. */
  readonly endedAt: number | null;
  /** Sequence of the last applied heartbeat; 0 before the first. */
  readonly seq: number;
  /** The policy's fastest credited rate in hundredths: 150 is 1.5 ×. */
  readonly maxRate: number;
};

/** A fresh lease: not playing, nothing accrued. */
export function startLease(startedAt: number, maxRate: number): Lease {
  return {
    startedAt,
    lastHeartbeatAt: startedAt,
    playing: false,
    accruedMs: 0,
    gapMs: 0,
    playedMs: 0,
    wallPlayedMs: 0,
    endedAt: null,
    seq: 0,
    maxRate,
  };
}

/** Ends a lease, because the person took another one at `at`. An ended lease stays as it is. */
export function endLease(lease: Lease, at: number): Lease {
  return lease.endedAt === null ? { ...lease, endedAt: Math.max(at, lease.lastHeartbeatAt) } : lease;
}

/** Content ms that may still be accepted at this moment, against what has accrued so far. */
export function unspentMs(lease: Lease): number {
  return atRate(lease.accruedMs, lease) - lease.playedMs;
}

/** Content ms that so much server time allows at the lease's fastest rate. */
export function atRate(ms: number, lease: Pick<Lease, 'maxRate'>): number {
  return Math.floor((ms * lease.maxRate) / 100);
}

/** Brings the accrual up to `now`: nothing while paused, at most ten minutes since the last heartbeat, nothing after the end. */
export function accrue(lease: Lease, now: number): Lease {
  const until = Math.max(lease.lastHeartbeatAt, Math.min(now, lease.endedAt ?? now));
  const elapsed = lease.playing ? until - lease.lastHeartbeatAt : 0;
  const counted = Math.min(elapsed, MAX_ACCRUAL_GAP_MS);
  return {
    ...lease,
    lastHeartbeatAt: until,
    accruedMs: lease.accruedMs + counted,
    gapMs: lease.gapMs + elapsed - counted,
  };
}
