import { Foundation } from '../../../database/schema/foundation.ts';
import { drafts } from './drafts.ts';
import { versions } from './versions.ts';

export class CatalogFoundation1770000000007 extends Foundation {
  protected readonly parts = [drafts, versions];
}
