/** A half-open range of media time in whole milliseconds: `from` belongs to it, `to` does not. */
export type Interval = readonly [fromMs: number, toMs: number];

/** The same set of instants as sorted, disjoint, non-touching, non-empty intervals: the form of PostgreSQL's int4multirange. */
export function normalise(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Everything in any of the sets, normalised. */
export function union(...sets: readonly (readonly Interval[])[]): Interval[] {
  return normalise(sets.flat());
}

/** What is in both sets, normalised. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const others = normalise(b);
  return normalise(
    normalise(a).flatMap(([from, to]) =>
      others.map(([otherFrom, otherTo]): Interval => [Math.max(from, otherFrom), Math.min(to, otherTo)]),
    ),
  );
}

/** What is in `a` and not in `b`, normalised. */
export function subtract(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const holes = normalise(b);
  return normalise(a).flatMap(([from, to]) => {
    const kept: Interval[] = [];
    let start = from;
    for (const [holeFrom, holeTo] of holes) {
      if (holeTo <= start || holeFrom >= to) continue;
      if (holeFrom > start) kept.push([start, holeFrom]);
      start = holeTo;
    }
    if (start < to) kept.push([start, to]);
    return kept;
  });
}

/** Sum of the lengths in milliseconds. Overlaps count each time: normalise first when a set is meant and not a sequence. */
export function lengthMs(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, [from, to]) => sum + Math.max(0, to - from), 0);
}

/** Splits a *sequence* (playing order, repeats allowed) after `ms` milliseconds of playing. Empty intervals vanish. */
export function takePrefixMs(intervals: readonly Interval[], ms: number): { taken: Interval[]; rest: Interval[] } {
  const taken: Interval[] = [];
  const rest: Interval[] = [];
  let left = Math.max(0, ms);
  for (const [from, to] of intervals) {
    if (from >= to) continue;
    const cut = Math.min(to, from + left);
    if (cut > from) taken.push([from, cut]);
    if (cut < to) rest.push([cut, to]);
    left -= cut - from;
  }
  return { taken, rest };
}
