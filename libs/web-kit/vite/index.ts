export { compressed } from './compressed.ts';
export { contractTable } from './contract-table.ts';
export { firstPaint } from './first-paint.ts';
