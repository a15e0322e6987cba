import { Foundation } from '../../../database/schema/foundation.ts';
import { school } from './school.ts';

export class SchoolFoundation1770000000003 extends Foundation {
  protected readonly parts = [school];
}
