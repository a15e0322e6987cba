export type { Level, StreamStatus } from './attach.ts';
export * from './use-hls-player.ts';
