export { NoticesModule } from './notices.module.ts';
export { Notices, type Message } from './notices.ts';
export { Outbox } from './outbox.ts';
export { Reminders } from './reminders.ts';
export { administratorsOf } from './administrators.queries.ts';
