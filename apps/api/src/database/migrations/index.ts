import { Foundation1763800000000 } from './1763800000000-foundation.ts';
import { PeopleChanges1764000000001 } from './1764000000001-people-changes.ts';
import { Assignments1764000000003 } from './1764000000003-assignments.ts';
import { Standings1764000000006 } from './1764000000006-standings.ts';
import { AuditSeals1764000000008 } from './1764000000008-audit-seals.ts';
import { OrganizationSettings1764100000001 } from './1764100000001-organization-settings.ts';
import { Imports1764100000010 } from './1764100000010-imports.ts';
import { ScopedAdministration1764100000020 } from './1764100000020-scoped-administration.ts';
import { Notices1764100000030 } from './1764100000030-notices.ts';
import { Dashboards1764100000040 } from './1764100000040-dashboards.ts';
import { StandingIndexes1764100000041 } from './1764100000041-standing-indexes.ts';
import { StandingFurthest1764100000042 } from './1764100000042-standing-furthest.ts';
import { AssignmentTallies1764100000080 } from './1764100000080-assignment-tallies.ts';
import { Exports1764100000050 } from './1764100000050-exports.ts';
import { ImportUnread1764100000060 } from './1764100000060-import-unread.ts';
import { ImportUnits1764100000090 } from './1764100000090-import-units.ts';

/** Every migration in order. A published one never changes; add another. */
export const migrations = [
  Foundation1763800000000,
  PeopleChanges1764000000001,
  Assignments1764000000003,
  Standings1764000000006,
  AuditSeals1764000000008,
  OrganizationSettings1764100000001,
  Imports1764100000010,
  ScopedAdministration1764100000020,
  Notices1764100000030,
  Dashboards1764100000040,
  StandingIndexes1764100000041,
  StandingFurthest1764100000042,
  Exports1764100000050,
  ImportUnread1764100000060,
  AssignmentTallies1764100000080,
  ImportUnits1764100000090,
];
