import type { Texts } from '../zh/index.ts';

export const app: Texts['app'] = { name: 'Dangxiao', console: 'Administration' };
