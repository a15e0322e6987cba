import type { WithSingulars, Texts } from '../zh.ts';

export const inbox: WithSingulars<Texts['inbox']> = {
  title: 'Messages',
  bellUnread: 'Messages, {{count}} unread',
  messages: 'Inbox',
  unread: 'Unread',
  readAll: 'Mark all as read',
  nothing: 'No messages yet. New training and reminders will appear here',
  more: 'Earlier messages',
  email: 'E-mail',
  noMail: 'The school has no mail server; messages stay here.',
  emailHint: 'Give an address, and messages come there as well.',
  address: 'E-mail address',
  otherAddress: 'Another address',
  sendConfirmation: 'Send confirmation',
  emailState: {
    confirmed: '{{email}} is confirmed; e-mail goes there',
    waiting: 'A confirmation was sent to {{email}}; please open its link within 7 days',
    expired: '{{email}} was not confirmed within 7 days, so no e-mail goes there. Please enter it again',
  },
  removeAddress: 'Stop using this address',
  choices: 'What and when',
  choicesHint:
    'Ticked kinds come by e-mail as well; the others stay in the inbox. E-mail is written in the language on screen when you save.',
  ownQuiet: 'My own hours without e-mail',
  from: 'From',
  to: 'To',
  save: 'Save',
  confirmTitle: 'Confirm an e-mail address',
  confirmHint: 'Once confirmed, messages of the school come to this address as well.',
  confirm: 'Confirm this address',
  toHome: 'Home',
};
