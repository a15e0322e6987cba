import { Foundation } from '../../../database/schema/foundation.ts';
import { organizations } from './organizations.ts';
import { people } from './people.ts';
import { terms } from './terms.ts';
import { transfers } from './transfers.ts';

export class PeopleFoundation1770000000001 extends Foundation {
  protected readonly parts = [organizations, people, terms, transfers];
}
