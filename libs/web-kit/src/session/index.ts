export * from './session.tsx';
