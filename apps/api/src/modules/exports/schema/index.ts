import { Foundation } from '../../../database/schema/foundation.ts';
import { exportFiles } from './exports.ts';

export class ExportsFoundation1770000000015 extends Foundation {
  protected readonly parts = [exportFiles];
}
