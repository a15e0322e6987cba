import {
  ASSIGNMENT_FIELDS,
  type assignments,
  type AssignmentField,
  type BodyInput,
  type ResponseOf,
} from '@dangxiao/contracts';

export type Detail = ResponseOf<typeof assignments.getAssignment>;
export type Values = Pick<Detail, AssignmentField>;
export type Rules = Detail['rules'];
export type Change = Omit<BodyInput<typeof assignments.updateAssignment>, 'revision' | 'reason'>;

export const STEPS = ['what', 'who', 'when', 'check'] as const;
export type Step = (typeof STEPS)[number];

export const valuesOf = (detail: Detail): Values =>
  Object.fromEntries(ASSIGNMENT_FIELDS.map((field) => [field, detail[field]])) as Values;

const plain = (values: Values, field: AssignmentField): unknown =>
  field === 'items' ? values.items.map(({ kind, id }) => ({ kind, id })) : values[field];

/** The fields that differ. */
export const changedFields = (before: Values, after: Values): AssignmentField[] =>
  ASSIGNMENT_FIELDS.filter((field) => JSON.stringify(plain(before, field)) !== JSON.stringify(plain(after, field)));

/** What is sent of a change: only what differs. */
export const changeOf = (before: Values, after: Values): Change =>
  Object.fromEntries(changedFields(before, after).map((field) => [field, plain(after, field)]));

/** What is still missing before it can be published. */
export const missingOf = ({ title, items, rules }: Values) => [
  ...(title.trim() === '' ? (['needTitle'] as const) : []),
  ...(items.length === 0 ? (['needContent'] as const) : []),
  ...(rules.include.length === 0 ? (['needPeople'] as const) : []),
];
