export * from './keeper.ts';
export { Observable } from './observable.ts';
