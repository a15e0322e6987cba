import { Foundation } from './foundation.ts';
import { guards } from './guards.ts';

/** What every area's schema stands on. */
export class BaseFoundation1770000000000 extends Foundation {
  protected readonly parts = [guards];
}
