import { Module } from '@nestjs/common';
import { ConfirmEmail } from './confirm-email.ts';
import { Confirmations } from './confirmations.ts';
import { CountUnread } from './count-unread.ts';
import { DeleteMyEmail } from './delete-my-email.ts';
import { DeletePersonEmail } from './delete-person-email.ts';
import { Deliver } from './deliver.ts';
import { EmailAddresses } from './email-addresses.ts';
import { GetPersonEmail } from './get-person-email.ts';
import { Emails } from './emails.ts';
import { ListDeliveries } from './list-deliveries.ts';
import { ListMine } from './list-mine.ts';
import { Mailer } from './mailer.ts';
import { MarkAllRead } from './mark-all-read.ts';
import { MarkRead } from './mark-read.ts';
import { MySettings } from './my-settings.ts';
import { Notices } from './notices.ts';
import { Outbox } from './outbox.ts';
import { PlanReminders } from './plan-reminders.ts';
import { PutMyEmail } from './put-my-email.ts';
import { PutPersonEmail } from './put-person-email.ts';
import { ReadSettings } from './settings-view.ts';
import { PutMySettings } from './put-my-settings.ts';
import { Reminders } from './reminders.ts';
import { TellReminders } from './tell-reminders.ts';
import { TellSupervision } from './tell-supervision.ts';

const inbox = [ListMine, CountUnread, MarkRead, MarkAllRead];
const email = [MySettings, PutMySettings, PutMyEmail, DeleteMyEmail, ConfirmEmail, ListDeliveries];
const emailOfOthers = [GetPersonEmail, PutPersonEmail, DeletePersonEmail];
const sending = [EmailAddresses, ReadSettings, Emails, Mailer, Confirmations, Outbox, Deliver];
const reminding = [PlanReminders, TellReminders, TellSupervision, Reminders];

@Module({
  controllers: [...inbox, ...email, ...emailOfOthers],
  providers: [Notices, ...sending, ...reminding],
  exports: [Notices],
})
export class NoticesModule {}
