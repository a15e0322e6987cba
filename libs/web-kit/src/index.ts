export * from './answers/index.ts';
export * from './api/index.ts';
export * from './device/index.ts';
export * from './i18n/index.ts';
export * from './player/index.ts';
export * from './session/index.ts';
export * from './theme/index.ts';
export * from './watching/index.ts';
