import type { Moment, NoticeParams, NoticeTexts } from './notices.ts';

interface Dated {
  dueAt: string | null;
  graceUntil: string | null;
}

const due = ({ dueAt }: Dated, at: Moment) => (dueAt ? `Due ${at(dueAt)}. ` : 'It has no deadline. ');
const grace = ({ graceUntil }: Dated, at: Moment) => (graceUntil ? `Grace until ${at(graceUntil)}. ` : '');
const names = (list: readonly string[], count: number) =>
  list.length === 0 ? '' : `${list.join(', ')}${count > list.length ? ` and ${count - list.length} more` : ''}. `;
const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);

/** One line each of several trainings, and how many more there are. */
const lines = ({ trainings, more }: NoticeParams['escalation.secretaryDigest']) =>
  [
    ...trainings.map(
      (p) =>
        `"${p.title}": ${p.count} in ${p.organizationName} (${p.names.join(', ')}${p.count > p.names.length ? ' …' : ''})`,
    ),
    ...(more > 0 ? [`and ${more} more`] : []),
  ].join('; ');

/** The messages in English. */
export const noticesEn: NoticeTexts = {
  words: {
    'reminder.before': (p, at) => ({
      title: `"${p.title}" is due soon`,
      body: `${due(p, at)}You have not finished it yet; please find time for it.`,
    }),
    'reminder.at': (p, at) => ({
      title: `The deadline of "${p.title}" has passed`,
      body: p.graceUntil
        ? `You have not finished it. ${grace(p, at)}Until then it still counts as in time.`
        : 'You have not finished it. You can still go on; when you finish is recorded as it is.',
    }),
    'reminder.after': (p, at) => ({
      title: `"${p.title}" is overdue`,
      body: `${due(p, at)}You have not finished it. You can still go on; please catch up soon.`,
    }),
    'reminder.now': (p, at) => ({
      title: `A reminder from your organization: "${p.title}"`,
      body: `${due(p, at)}${grace(p, at)}You have not finished it yet; please find time for it.`,
    }),
    'escalation.secretary': (p, at) => ({
      title: `${p.organizationName}: ${people(p.count)} overdue with "${p.title}"`,
      body: `Due ${at(p.dueAt)}. Not finished: ${names(p.names, p.count)}Please remind them, or ask what keeps them.`,
    }),
    'escalation.superior': (p, at) => ({
      title: `${p.organizationName}: ${people(p.count)} of ${p.organizations === 1 ? '1 organization' : `${p.organizations} organizations`} overdue with "${p.title}"`,
      body: `Due ${at(p.dueAt)}. Not finished: ${names(p.names, p.count)}Their branch secretaries have been told.`,
    }),
    'escalation.secretaryDigest': (p) => ({
      title: `${p.trainings.length + p.more} trainings are overdue, ${p.count} times in all`,
      body: `${lines(p)}. Please remind them, or ask what keeps them.`,
    }),
    'escalation.superiorDigest': (p) => ({
      title: `${p.trainings.length + p.more} trainings are overdue below you, ${p.count} times in all`,
      body: `${lines(p)}. Their branch secretaries have been told.`,
    }),
    'assignment.published': (p, at) => ({
      title: `New training: "${p.title}"`,
      body: `From ${p.organizationName}, ${p.required ? 'required' : 'elective'}. Open from ${at(p.opensAt)}. ${due(p, at)}`.trim(),
    }),
    'assignment.changed': (p, at) => ({
      title: `Training changed: "${p.title}"`,
      body: `${due(p, at)}${grace(p, at)}What you have finished stays finished.`,
    }),
    'assignment.withdrawn': (p) => ({
      title: `Training cancelled: "${p.title}"`,
      body: `${p.reason ? `Reason: ${p.reason}. ` : ''}You need not finish it; hours that you earned stay.`,
    }),
    'export.ready': (p) => ({ title: `Export ready: ${p.name}`, body: `${p.rows} rows, ready to download.` }),
    'export.failed': (p) => ({
      title: `Export failed: ${p.name}`,
      body: 'Please try again; if it fails again, ask the system administrator.',
    }),
    'import.done': (p) => ({ title: `Import done: ${p.name}`, body: `${p.rows} rows were written.` }),
    'import.failed': (p) => ({
      title: `Import failed: ${p.name}`,
      body: 'Nothing was written. Please look at the reason and try again.',
    }),
    'transfer.requested': (p) => ({
      title: `${p.personName} asks to join ${p.toName}`,
      body: `From ${p.fromName}. Please accept or refuse; until then the former organization stays responsible.`,
    }),
    'transfer.decided': (p) => ({
      title: p.accepted
        ? `${p.personName} now belongs to ${p.toName}`
        : `${p.toName} refused the transfer of ${p.personName}`,
      body: p.accepted
        ? 'Hours and records stay as they are.'
        : `${p.reason ? `Reason: ${p.reason}. ` : ''}Nothing has changed.`,
    }),
    'appeal.decided': (p) => ({
      title: p.upheld ? 'Your appeal was upheld' : 'Your appeal was not upheld',
      body: p.answer,
    }),
  },
  kinds: {
    training: 'Training that is assigned or changed',
    reminders: 'Reminders of deadlines',
    supervision: 'Overdue people in organizations that you look after',
    affairs: 'Transfers and appeals',
    work: 'Imports and exports',
  },
  email: {
    digest: (count, school) => `${school}: ${count} messages for you`,
    greeting: (name) => `Dear ${name},`,
    open: 'Open',
    footer: (school) =>
      `Sent automatically by ${school}; please do not reply. You can stop e-mail of this kind in your settings; the messages stay in your inbox there.`,
    settings: 'Message settings',
    confirmGreeting: 'Hello,',
    confirmSubject: (school) => `${school}: please confirm your e-mail address`,
    confirmBody: (school) =>
      `This address was entered as yours at ${school}. If that is right, confirm it with the link below within 7 days.`,
    confirmButton: 'Confirm this address',
    confirmFooter: 'If it has nothing to do with you, ignore this e-mail; no more will come.',
  },
};
