import { BaseFoundation1770000000000 } from '../schema/index.ts';
import { PeopleFoundation1770000000001 } from '../../modules/people/schema/index.ts';
import { AccountsFoundation1770000000002 } from '../../modules/accounts/schema/index.ts';
import { SchoolFoundation1770000000003 } from '../../modules/school/schema/index.ts';
import { AuditFoundation1770000000004 } from '../../modules/audit/schema/index.ts';
import { MediaFoundation1770000000005 } from '../../modules/media/schema/index.ts';
import { QuestionsFoundation1770000000006 } from '../../modules/questions/schema/index.ts';
import { CatalogFoundation1770000000007 } from '../../modules/catalog/schema/index.ts';
import { ExamsFoundation1770000000008 } from '../../modules/exams/schema/index.ts';
import { LearningFoundation1770000000009 } from '../../modules/learning/schema/index.ts';
import { CreditsFoundation1770000000010 } from '../../modules/credits/schema/index.ts';
import { AssignmentsFoundation1770000000011 } from '../../modules/assignments/schema/index.ts';
import { NoticesFoundation1770000000012 } from '../../modules/notices/schema/index.ts';
import { ReportsFoundation1770000000013 } from '../../modules/reports/schema/index.ts';
import { ImportsFoundation1770000000014 } from '../../modules/imports/schema/index.ts';
import { ExportsFoundation1770000000015 } from '../../modules/exports/schema/index.ts';

/**
 * Every migration in order: one foundation an area, in the order in which the areas refer to each other, then the upgrades. A released one never
 * changes (released.ts); add another.
 */
export const migrations = [
  BaseFoundation1770000000000,
  PeopleFoundation1770000000001,
  AccountsFoundation1770000000002,
  SchoolFoundation1770000000003,
  AuditFoundation1770000000004,
  MediaFoundation1770000000005,
  QuestionsFoundation1770000000006,
  CatalogFoundation1770000000007,
  ExamsFoundation1770000000008,
  LearningFoundation1770000000009,
  CreditsFoundation1770000000010,
  AssignmentsFoundation1770000000011,
  NoticesFoundation1770000000012,
  ReportsFoundation1770000000013,
  ImportsFoundation1770000000014,
  ExportsFoundation1770000000015,
];
