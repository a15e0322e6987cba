import { Foundation } from '../../../database/schema/foundation.ts';
import { files } from './files.ts';
import { lectures } from './lectures.ts';

export class MediaFoundation1770000000005 extends Foundation {
  protected readonly parts = [files, lectures];
}
