import { Foundation } from '../../../database/schema/foundation.ts';
import { ledger } from './ledger.ts';
import { appeals } from './appeals.ts';

export class CreditsFoundation1770000000010 extends Foundation {
  protected readonly parts = [ledger, appeals];
}
