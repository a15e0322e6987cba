import { accounts } from './accounts.ts';
import { app } from './app.ts';
import { appeals } from './appeals.ts';
import { assignments } from './assignments.ts';
import { audit } from './audit-log.ts';
import { changes } from './changes.ts';
import { courses } from './courses.ts';
import { dashboards } from './dashboards.ts';
import { exams } from './exams.ts';
import { imports } from './imports.ts';
import { factor } from './factor.ts';
import { exports } from './exports.ts';
import { media } from './media.ts';
import { deliveries, inbox } from './notices.ts';
import { organizations } from './organizations.ts';
import { overview } from './overview.ts';
import { people } from './people.ts';
import { policies } from './policies.ts';
import { questions } from './questions.ts';
import { records } from './records.ts';
import { security } from './security.ts';
import { settings } from './settings.ts';
import { employers } from './employers.ts';

/** One file an area; English must have the same keys. */
export const zh = {
  accounts,
  app,
  appeals,
  assignments,
  audit,
  changes,
  courses,
  dashboards,
  deliveries,
  exams,
  imports,
  factor,
  inbox,
  exports,
  media,
  organizations,
  overview,
  people,
  policies,
  questions,
  records,
  security,
  settings,
  employers,
};

type Words<Node> = { [Key in keyof Node]: Node[Key] extends string ? string : Words<Node[Key]> };
export type Texts = Words<typeof zh>;
