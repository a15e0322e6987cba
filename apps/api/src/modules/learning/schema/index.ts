import { Foundation } from '../../../database/schema/foundation.ts';
import { watching } from './watching.ts';

export class LearningFoundation1770000000009 extends Foundation {
  protected readonly parts = [watching];
}
