export * from './strip.ts';
export type { BeatKeeper, KeptBeats, Refused, WatchProgress, WatchTransport } from './types.ts';
export * from './watch-session.ts';
