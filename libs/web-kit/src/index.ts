export * from './api/index.ts';
export * from './i18n/index.ts';
export * from './session/index.ts';
export * from './theme/index.ts';
