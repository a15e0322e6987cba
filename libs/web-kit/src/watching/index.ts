export * from './strip.ts';
export type { HeartbeatKeeper, KeptHeartbeats, Refused, WatchProgress, WatchTransport } from './types.ts';
export * from './watch-session.ts';
