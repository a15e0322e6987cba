import { assign } from './assign.ts';
import { pages } from './pages.ts';
import type { ProvinceBench } from './types.ts';

/** The parts of `npm run bench -- province`, each in a file of its own; `province/NAME` runs one. */
export const provinceBenches: Readonly<Record<string, ProvinceBench>> = { assign, pages };
