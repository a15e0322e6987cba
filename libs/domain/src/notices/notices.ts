/** What the parameters of each message are; a message is stored as code + parameters and worded in the reader's language. */
export interface NoticeParams {
  'reminder.before': Training;
  'reminder.at': Training;
  'reminder.after': Training;
  /** Sent by hand by an administrator. */
  'reminder.now': Training;
  'escalation.secretary': Overdue;
  'escalation.superior': Overdue;
  /** The same of several trainings on a day. */
  'escalation.secretaryDigest': OverdueOfSeveral;
  'escalation.superiorDigest': OverdueOfSeveral;
  'assignment.published': Training & { organizationName: string; opensAt: string; required: boolean };
  'assignment.changed': Training;
  'assignment.withdrawn': { assignmentId: string; title: string; reason: string | null };
  'export.ready': { exportId: string; name: string; rows: number };
  'export.failed': { exportId: string; name: string };
  'import.done': { importId: string; name: string; rows: number };
  'import.failed': { importId: string; name: string };
  'transfer.requested': { transferId: string; personName: string; fromName: string; toName: string };
  'transfer.decided': {
    transferId: string;
    personName: string;
    toName: string;
    accepted: boolean;
    reason: string | null;
  };
  'appeal.decided': { appealId: string; entryId: string; upheld: boolean; answer: string };
}

/** A training with its deadline, as instants; null where there is none. */
interface Training {
  assignmentId: string;
  title: string;
  dueAt: string | null;
  graceUntil: string | null;
}

/** People who are late, told to somebody who answers for them: how many, in how many organizations, and the first names. */
interface Overdue {
  assignmentId: string;
  title: string;
  dueAt: string;
  count: number;
  organizations: number;
  /** The organization, or the one above all of them. */
  organizationId: string;
  organizationName: string;
  names: string[];
}

/** Several trainings with late people: those that are named, how many are not, and the late people of all of them added up. */
interface OverdueOfSeveral {
  trainings: Overdue[];
  more: number;
  count: number;
}

/** Every message there is. */
export type NoticeCode = keyof NoticeParams;

/** A message: its code with the parameters that belong to it. */
export type NoticeOf<Code extends NoticeCode> = { [C in Code]: { code: C; params: NoticeParams[C] } }[Code];
export type NoticeContent = NoticeOf<NoticeCode>;

/** What somebody chooses about as a whole: e-mail of this kind or not. */
export const NOTICE_KINDS = ['training', 'reminders', 'supervision', 'affairs', 'work'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** The kind of each message. */
export const noticeKinds: Readonly<Record<NoticeCode, NoticeKind>> = {
  'reminder.before': 'reminders',
  'reminder.at': 'reminders',
  'reminder.after': 'reminders',
  'reminder.now': 'reminders',
  'escalation.secretary': 'supervision',
  'escalation.superior': 'supervision',
  'escalation.secretaryDigest': 'supervision',
  'escalation.superiorDigest': 'supervision',
  'assignment.published': 'training',
  'assignment.changed': 'training',
  'assignment.withdrawn': 'training',
  'export.ready': 'work',
  'export.failed': 'work',
  'import.done': 'work',
  'import.failed': 'work',
  'transfer.requested': 'affairs',
  'transfer.decided': 'affairs',
  'appeal.decided': 'affairs',
};

export const NOTICE_CODES = Object.keys(noticeKinds) as readonly NoticeCode[];

/** What a message is about: the page that shows it, in one of the apps (for the console below `/admin`). */
export interface NoticeTarget {
  app: 'portal' | 'admin';
  path: string;
}

const portal = (path: string): NoticeTarget => ({ app: 'portal', path });
const admin = (path: string): NoticeTarget => ({ app: 'admin', path });

/** Where a message leads. A transfer that was decided interests the person in the portal and administrators in the console. */
export function noticeTarget(notice: NoticeContent, reader: 'portal' | 'admin'): NoticeTarget {
  switch (notice.code) {
    case 'reminder.before':
    case 'reminder.at':
    case 'reminder.after':
    case 'reminder.now':
    case 'assignment.published':
    case 'assignment.changed':
      return portal(`/training#${notice.params.assignmentId}`);
    case 'assignment.withdrawn':
      return portal('/training');
    case 'escalation.secretary':
    case 'escalation.superior':
      return admin(`/assignments/${notice.params.assignmentId}`);
    case 'escalation.secretaryDigest':
    case 'escalation.superiorDigest':
      return admin('/dashboards/training');
    case 'export.ready':
    case 'export.failed':
      return admin('/exports');
    case 'import.done':
    case 'import.failed':
      return admin('/imports');
    case 'transfer.requested':
      return admin('/people/transfers');
    case 'transfer.decided':
      return reader === 'portal' ? portal('/me') : admin('/people/transfers');
    case 'appeal.decided':
      return portal(`/hours/entries/${notice.params.entryId}`);
  }
}

export type NoticeLanguage = 'zh-CN' | 'en';

/** How instants are written inside a message. */
export type Moment = (instant: string) => string;

/** A message in words. */
export interface NoticeText {
  title: string;
  body: string;
}

/** Every message in one language; a missing one does not compile. */
export interface NoticeTexts {
  words: { [Code in NoticeCode]: (params: NoticeParams[Code], at: Moment) => NoticeText };
  kinds: Record<NoticeKind, string>;
  /** What stands around the messages in an e-mail. */
  email: {
    /** Subject of an email with several messages. */
    digest: (count: number, school: string) => string;
    greeting: (name: string) => string;
    open: string;
    /** Why it came, and how to stop it. */
    footer: (school: string) => string;
    settings: string;
    confirmGreeting: string;
    confirmSubject: (school: string) => string;
    confirmBody: (school: string) => string;
    confirmButton: string;
    confirmFooter: string;
  };
}
