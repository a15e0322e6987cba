import { EmailAddress } from './email-address.ts';
import { Email } from './email.ts';
import { EmailDelivery } from './email-delivery.ts';
import { Notice } from './notice.ts';
import { NoticeChoice } from './notice-choice.ts';
import { ReminderRun } from './reminder-run.ts';

export const noticesEntities = [EmailAddress, Email, EmailDelivery, Notice, NoticeChoice, ReminderRun];
