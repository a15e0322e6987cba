import { Assignment } from './assignment.ts';
import { AssignmentFill } from './assignment-fill.ts';
import { AssignmentItem } from './assignment-item.ts';
import { AssignmentTally } from './assignment-tally.ts';
import { AssignmentTarget } from './assignment-target.ts';
import { AssignmentVersion } from './assignment-version.ts';
import { AudienceChange } from './audience-change.ts';
import { AudienceList } from './audience-list.ts';
import { AudienceListPerson } from './audience-list-person.ts';
import { CalendarFeed } from './calendar-feed.ts';
import { Programme } from './programme.ts';
import { ProgrammeItem } from './programme-item.ts';
import { ProgrammeVersion } from './programme-version.ts';
import { SavedAudience } from './saved-audience.ts';

export const assignmentsEntities = [
  Assignment,
  AssignmentFill,
  AssignmentItem,
  AssignmentTally,
  AssignmentTarget,
  AssignmentVersion,
  AudienceChange,
  AudienceList,
  AudienceListPerson,
  CalendarFeed,
  Programme,
  ProgrammeItem,
  ProgrammeVersion,
  SavedAudience,
];
