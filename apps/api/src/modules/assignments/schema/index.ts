import { Foundation } from '../../../database/schema/foundation.ts';
import { programmes } from './programmes.ts';
import { audiences } from './audiences.ts';
import { assignments } from './assignments.ts';
import { targets } from './targets.ts';
import { tallies } from './tallies.ts';
import { audienceChanges } from './audience-changes.ts';
import { calendars } from './calendars.ts';

export class AssignmentsFoundation1770000000011 extends Foundation {
  protected readonly parts = [programmes, audiences, assignments, targets, tallies, audienceChanges, calendars];
}
