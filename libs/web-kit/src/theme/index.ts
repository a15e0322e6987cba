export { hasChineseFont } from './fallback-font.ts';
export * from './modes.ts';
export * from './tokens.ts';
export * from './use-modes.ts';
