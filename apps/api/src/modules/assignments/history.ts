import { ASSIGNMENT_FIELDS, type AssignmentField } from '@dangxiao/contracts';
import { canonicalJson, type Json } from '@dangxiao/domain';

/** How an assignment stood at a step, as it is kept in its history. */
export type Content = Partial<Record<AssignmentField, unknown>>;

/** Programmes are told apart by id: their title and whether they are outdated is no change of the assignment. */
const plain = (field: AssignmentField, value: unknown) =>
  field === 'items'
    ? (value as { kind: string; id: string }[]).map(({ kind, id }) => `${kind} ${id}`)
    : (value as Json);

/** What differs between two steps that follow each other; nothing for the first. */
export function changedFields(before: Content | undefined, after: Content): AssignmentField[] {
  if (!before) return [];
  const text = (content: Content, field: AssignmentField) => canonicalJson(plain(field, content[field] ?? null));
  return ASSIGNMENT_FIELDS.filter((field) => text(before, field) !== text(after, field));
}
