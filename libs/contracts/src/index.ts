import { accounts } from './accounts/index.ts';
import { assignments } from './assignments/index.ts';
import { audit } from './audit/index.ts';
import { catalog } from './catalog/index.ts';
import { credits } from './credits/index.ts';
import type { Endpoint } from './endpoint.ts';
import { exams } from './exams/index.ts';
import { exports } from './exports/index.ts';
import { learning } from './learning/index.ts';
import { media } from './media/index.ts';
import { notices } from './notices/index.ts';
import { people } from './people/index.ts';
import { questions } from './questions/index.ts';
import { reports } from './reports/index.ts';

export * from './endpoint.ts';
export * from './errors.ts';
export * from './fields.ts';
export * from './accounts/index.ts';
export * from './assignments/index.ts';
export * from './audit/index.ts';
export * from './catalog/index.ts';
export * from './credits/index.ts';
export * from './exams/index.ts';
export * from './exports/export-columns.ts';
export * from './exports/index.ts';
export * from './learning/index.ts';
export * from './media/index.ts';
export * from './notices/notice-settings.ts';
export * from './notices/index.ts';
export * from './people/index.ts';
export * from './questions/index.ts';
export * from './reports/index.ts';

/** The whole table by area: what the API binds, the web apps call and the documentation lists. */
export const contracts = {
  accounts,
  people,
  catalog,
  media,
  learning,
  questions,
  exams,
  credits,
  assignments,
  notices,
  audit,
  reports,
  exports,
};
/** The same as one list. */
export const endpoints: readonly Endpoint[] = Object.values(contracts).flatMap(
  (area) => Object.values(area) as Endpoint[],
);
