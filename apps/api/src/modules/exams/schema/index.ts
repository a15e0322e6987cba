import { Foundation } from '../../../database/schema/foundation.ts';
import { exams } from './exams.ts';
import { attempts } from './attempts.ts';

export class ExamsFoundation1770000000008 extends Foundation {
  protected readonly parts = [exams, attempts];
}
