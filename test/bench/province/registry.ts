import { assign } from './assign.ts';
import { dashboards } from './dashboards.ts';
import { exportTables } from './export.ts';
import { imports } from './import.ts';
import { pages } from './pages.ts';
import { remind } from './remind.ts';
import type { ProvinceBench } from './types.ts';

/** The parts of `npm run bench -- province`, each in a file of its own; `province/NAME` runs one. */
export const provinceBenches: Readonly<Record<string, ProvinceBench>> = {
  pages,
  assign,
  imports,
  dashboards,
  exports: exportTables,
  remind,
};
