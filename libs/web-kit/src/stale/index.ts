export * from './compare.ts';
export * from './use-stale-edit.ts';
