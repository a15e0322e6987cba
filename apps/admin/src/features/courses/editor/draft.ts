import { catalog, type ResponseOf } from '@dangxiao/contracts';

export type Draft = ResponseOf<typeof catalog.getCourseDraft>;
export type Unit = Draft['units'][number];
export type Lesson = Unit['lessons'][number];
export type Outline = { id: string; lessonIds: string[] }[];

/** What the form at the right shows; kept in the address as `at`. */
export type Place =
  | { kind: 'course' }
  | { kind: 'unit'; unit: Unit }
  | { kind: 'lesson'; lesson: Lesson; unit: Unit }
  | { kind: 'exam'; unit: Unit };

/** Endpoints whose answers change with any edit of the draft. */
export const draftReads = [catalog.getCourseDraft, catalog.getChecklist, catalog.listCourses];

/** The place that an address names; the course itself where it names nothing that exists. */
export function placeOf(draft: Draft, at: string | null): Place {
  const [kind, id] = (at ?? '').split(':');
  for (const unit of draft.units) {
    if (unit.id === id && kind === 'unit') return { kind, unit };
    if (unit.id === id && kind === 'exam') return { kind, unit };
    const lesson = kind === 'lesson' ? unit.lessons.find((each) => each.id === id) : undefined;
    if (lesson) return { kind: 'lesson', lesson, unit };
  }
  return { kind: 'course' };
}

export const outlineOf = (draft: Draft): Outline =>
  draft.units.map((unit) => ({ id: unit.id, lessonIds: unit.lessons.map((lesson) => lesson.id) }));

/** Moves an item of a list; the list itself where it cannot move further. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const after = [...items];
  const [item] = after.splice(from, 1);
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  after.splice(to, 0, item);
  return after;
}

/** The outline with a lesson or a unit moved by one place; lessons go over to the neighbouring unit at an end. */
export function shifted(outline: Outline, id: string, by: 1 | -1): Outline {
  const unitAt = outline.findIndex((unit) => unit.id === id);
  if (unitAt >= 0) return moved(outline, unitAt, unitAt + by);
  const from = outline.findIndex((unit) => unit.lessonIds.includes(id));
  const unit = outline[from];
  if (!unit) return outline;
  const at = unit.lessonIds.indexOf(id);
  const inside = at + by >= 0 && at + by < unit.lessonIds.length;
  if (inside)
    return outline.map((each, index) =>
      index === from ? { ...each, lessonIds: moved(each.lessonIds, at, at + by) } : each,
    );
  const next = outline[from + by];
  if (!next) return outline;
  return placed(outline, id, next.id, by > 0 ? 0 : next.lessonIds.length);
}

/** The outline with a lesson put into a unit at an index. */
export function placed(outline: Outline, lessonId: string, unitId: string, index: number): Outline {
  return outline.map((unit) => {
    const lessonIds = unit.lessonIds.filter((each) => each !== lessonId);
    return unit.id === unitId
      ? { ...unit, lessonIds: lessonIds.toSpliced(index, 0, lessonId) }
      : { ...unit, lessonIds };
  });
}
