import { Foundation } from '../../../database/schema/foundation.ts';
import { events } from './events.ts';
import { seals } from './seals.ts';

export class AuditFoundation1770000000004 extends Foundation {
  protected readonly parts = [events, seals];
}
