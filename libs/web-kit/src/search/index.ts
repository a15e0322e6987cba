export * from './use-search-text.ts';
