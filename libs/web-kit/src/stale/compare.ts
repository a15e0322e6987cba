import type { ReactNode } from 'react';

/** One field of a form that another person may overtake. */
export interface StaleField<Saved, Values, Key extends keyof Values> {
  label: string;
  /** The field of a saved version; without it the one of the same name. */
  of?: (saved: Saved) => unknown;
  /** The field of the form, comparable with `of`; without it the form's value. `saved` is the version it would go over. */
  mine?: (value: Values[Key], saved: Saved) => unknown;
  /** Labels for a value; `saved` is the version that it belongs to, null for what was typed here. */
  show?: (value: never, saved: Saved | null) => ReactNode;
}

/** Every field that the form sends. One that is left out does not compile, for a save would overwrite it unseen. */
export type StaleFields<Saved, Values> = { [Key in keyof Values]-?: StaleField<Saved, Values, Key> };

/** A field of which two versions exist. */
export interface Conflict {
  key: string;
  label: string;
  mine: ReactNode;
  theirs: ReactNode;
}

interface Versions<Saved, Values> {
  /** What the form began with; null where nothing was saved then. */
  began: Saved | null;
  mine: Values;
  /** What another person saved meanwhile. */
  theirs: Saved;
}

/** A value as it is compared: white space at the ends and the kinds of nothing make no difference, nor does the order of keys. */
function plain(value: unknown): unknown {
  if (value === undefined || value === '') return null;
  if (typeof value === 'string') return value.trim() || null;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, plain(inner)]),
  );
}

const same = (one: unknown, other: unknown) => JSON.stringify(plain(one)) === JSON.stringify(plain(other));

/** A value in words where its field has none of its own: text without its mark-up. */
function labelsOf(value: unknown): string {
  const known = plain(value);
  return known === null ? '—' : String(known).replace(/<[^>]+>/g, ' ');
}

/**
 * Compares what the form began with, what was typed and what another person saved.
 * @returns the fields to decide about: empty while the other person changed none of the form's fields, or only to what was typed here;
 *   else every field in which the two versions differ, since "mine" overwrites all of them
 */
export function conflictsOf<Saved, Values extends object>(
  fields: StaleFields<Saved, Values>,
  { began, mine, theirs }: Versions<Saved, Values>,
): Conflict[] {
  const known = Object.entries(fields) as [string & keyof Values, StaleField<Saved, Values, keyof Values>][];
  const rows = known.map(([key, field]) => {
    const of = field.of ?? ((saved: Saved) => (saved as Record<string, unknown>)[key]);
    const typed = mine[key];
    const [my, their] = [field.mine ? field.mine(typed, theirs) : typed, of(theirs)];
    const show = (value: unknown, saved: Saved | null) => field.show?.(value as never, saved) ?? labelsOf(value);
    return {
      differs: !same(my, their),
      overtaken: began === null || !same(of(began), their),
      conflict: () => ({ key, label: field.label, mine: show(my, null), theirs: show(their, theirs) }),
    };
  });
  if (!rows.some(({ differs, overtaken }) => differs && overtaken)) return [];
  return rows.filter(({ differs }) => differs).map(({ conflict }) => conflict());
}
