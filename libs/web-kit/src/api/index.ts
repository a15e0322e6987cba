export { addressOf, apiBase } from './address.ts';
export * from './client.ts';
export * from './failure.ts';
export * from './hooks.ts';
export type { AnswerOf, InputOf } from './input.ts';
export * from './query-client.ts';
export * from './server-clock.ts';
export { sessionLost } from './session-lost.ts';
