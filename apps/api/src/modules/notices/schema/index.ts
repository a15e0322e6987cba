import { Foundation } from '../../../database/schema/foundation.ts';
import { emails } from './emails.ts';
import { inbox } from './inbox.ts';
import { reminders } from './reminders.ts';

export class NoticesFoundation1770000000012 extends Foundation {
  protected readonly parts = [emails, inbox, reminders];
}
