import { Foundation } from '../../../database/schema/foundation.ts';
import { questions } from './questions.ts';

export class QuestionsFoundation1770000000006 extends Foundation {
  protected readonly parts = [questions];
}
