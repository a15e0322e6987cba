/** Objects whose page is remembered: by id and the title that was on the page, never more about them. */
const objectKinds = ['organization', 'person', 'course', 'assignment', 'exam'] as const;
export type ObjectKind = (typeof objectKinds)[number];

/** Something that was opened: a page by its address, or an object. */
export type Visit = { kind: 'page'; to: string } | { kind: ObjectKind; id: string; title: string };

/** What the device keeps for an account. */
export interface Kept {
  /** Addresses of pages, in the order in which they were marked. */
  favourites: readonly string[];
  /** The latest first. */
  recent: readonly Visit[];
}

export const nothing: Kept = { favourites: [], recent: [] };
const RECENT = 12;

const same = (a: Visit, b: Visit) =>
  a.kind === 'page' || b.kind === 'page'
    ? a.kind === 'page' && b.kind === 'page' && a.to === b.to
    : a.kind === b.kind && a.id === b.id;

/** The recent list after a visit: each thing once, the latest first, at most twelve. */
export function withVisit(recent: readonly Visit[], visit: Visit): Visit[] {
  return [visit, ...recent.filter((each) => !same(each, visit))].slice(0, RECENT);
}

/** The favourites after the star of a page was pressed. */
export function withStar(favourites: readonly string[], to: string): string[] {
  return favourites.includes(to) ? favourites.filter((each) => each !== to) : [...favourites, to];
}

function isVisit(value: unknown): value is Visit {
  const { kind, to, id, title } = (value ?? {}) as Record<string, unknown>;
  return kind === 'page'
    ? typeof to === 'string'
    : objectKinds.some((each) => each === kind) && typeof id === 'string' && typeof title === 'string';
}

/** What was written down, as far as it can be understood: another version of the console may have written it. */
export function understood(written: string | null): Kept {
  try {
    const { favourites, recent } = JSON.parse(written ?? '{}') as Record<string, unknown>;
    return {
      favourites: Array.isArray(favourites) ? favourites.filter((each) => typeof each === 'string') : [],
      recent: Array.isArray(recent) ? recent.filter(isVisit).slice(0, RECENT) : [],
    };
  } catch {
    return nothing;
  }
}
