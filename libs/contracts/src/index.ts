import { accounts } from './accounts.ts';
import { assignments } from './assignments.ts';
import { audit } from './audit.ts';
import { catalog } from './catalog.ts';
import { credits } from './credits.ts';
import type { Endpoint } from './endpoint.ts';
import { exams } from './exams.ts';
import { exports } from './exports.ts';
import { learning } from './learning.ts';
import { media } from './media.ts';
import { notices } from './notices.ts';
import { people } from './people.ts';
import { questions } from './questions.ts';
import { reports } from './reports.ts';

export * from './endpoint.ts';
export * from './errors.ts';
export * from './fields.ts';
export * from './accounts.ts';
export * from './assignments.ts';
export * from './audit.ts';
export * from './catalog.ts';
export * from './credits.ts';
export * from './exams.ts';
export * from './export-columns.ts';
export * from './exports.ts';
export * from './learning.ts';
export * from './media.ts';
export * from './notice-settings.ts';
export * from './notices.ts';
export * from './people.ts';
export * from './questions.ts';
export * from './reports.ts';

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
