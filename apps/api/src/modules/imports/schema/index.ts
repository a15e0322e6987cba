import { Foundation } from '../../../database/schema/foundation.ts';
import { imports } from './imports.ts';

export class ImportsFoundation1770000000014 extends Foundation {
  protected readonly parts = [imports];
}
