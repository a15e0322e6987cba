/** What can be exported; each kind is a list of the console. */
export const EXPORT_KINDS = [
  'people',
  'organizations',
  'standings',
  'entries',
  'targets',
  'attempts',
  'events',
] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** Every column of a kind, in its usual order. */
export const EXPORT_COLUMNS = {
  people: [
    'name',
    'kind',
    'position',
    'organization',
    'organizationCode',
    'trail',
    'since',
    'phone',
    'identityNumber',
    'account',
    'login',
    'exempt',
    'host',
    'employer',
    'createdAt',
  ],
  organizations: [
    'name',
    'code',
    'kind',
    'parent',
    'trail',
    'members',
    'subtreeMembers',
    'children',
    'secretary',
    'employer',
    'closedOn',
  ],
  standings: [
    'name',
    'kind',
    'position',
    'organization',
    'organizationCode',
    'trail',
    'owes',
    'attained',
    'centralised',
    'online',
    'missing',
  ],
  entries: [
    'person',
    'home',
    'seq',
    'counter',
    'hours',
    'effectiveAt',
    'year',
    'source',
    'title',
    'course',
    'organization',
    'reversed',
    'policyVersion',
    'reason',
    'recordedBy',
    'recordedAt',
    'hash',
  ],
  targets: [
    'name',
    'organization',
    'organizationCode',
    'trail',
    'state',
    'assignedAt',
    'startedAt',
    'finishedAt',
    'dueAt',
    'graceUntil',
    'releasedAt',
  ],
  attempts: ['name', 'organization', 'number', 'state', 'startedAt', 'finishedAt', 'score', 'passed'],
  events: ['at', 'actor', 'login', 'action', 'objectType', 'object', 'organization', 'address', 'before', 'after'],
} as const satisfies Record<ExportKind, readonly string[]>;

export type ExportColumn<Kind extends ExportKind = ExportKind> = (typeof EXPORT_COLUMNS)[Kind][number];

/** Columns that a past day does not tell; a kind that is absent here cannot be shown as of a day at all. */
export const EXPORT_AS_OF = {
  people: ['phone', 'identityNumber', 'account', 'login', 'exempt', 'host', 'employer', 'createdAt'],
  organizations: ['secretary', 'employer', 'closedOn'],
  standings: [],
  entries: [],
} as const satisfies { [Kind in ExportKind]?: readonly ExportColumn<Kind>[] };

/** The columns of a kind that can be chosen: all of them today, those that are dated for a past day. */
export function exportColumnsOf(kind: ExportKind, past: boolean): ExportColumn[] {
  const untold: readonly string[] = past && kind in EXPORT_AS_OF ? EXPORT_AS_OF[kind as keyof typeof EXPORT_AS_OF] : [];
  return EXPORT_COLUMNS[kind].filter((column) => !untold.includes(column));
}

/** Which filters belong to a kind: those of the list that it comes from. */
export const EXPORT_FILTERS = {
  people: ['organizationId', 'subtree', 'q', 'kind', 'employerId', 'state'],
  organizations: ['organizationId', 'closed'],
  standings: ['organizationId', 'subtree', 'attainment'],
  entries: ['personId', 'organizationId', 'subtree', 'year', 'counter'],
  targets: ['assignmentId', 'q', 'targetState'],
  attempts: ['examId'],
  events: ['organizationId', 'action', 'q', 'from', 'to'],
} as const satisfies Record<ExportKind, readonly string[]>;

/** What a kind cannot do without. */
export const EXPORT_REQUIRED: { readonly [Kind in ExportKind]?: (typeof EXPORT_FILTERS)[Kind][number] } = {
  targets: 'assignmentId',
  attempts: 'examId',
};
