export type { ListColumn } from './columns.ts';
export * from './filters.tsx';
export * from './ListPage.tsx';
export * from './ListTable.tsx';
export * from './use-list.ts';
