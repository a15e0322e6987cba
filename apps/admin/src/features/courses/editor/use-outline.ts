import { catalog } from '@dangxiao/contracts';
import { useErrorText, useMutationOf } from '@dangxiao/web-kit';
import { App } from 'antd';
import { draftReads, outlineOf, type Draft, type Outline } from './draft.ts';

/** Saves a new order at once; until the server answers, `draft` shows it already. */
export function useOutline(draft: Draft): { draft: Draft; save: (outline: Outline) => void; saving: boolean } {
  const { message } = App.useApp();
  const errors = useErrorText();
  const order = useMutationOf(catalog.orderOutline, {
    refreshes: draftReads,
    onFailed: (failure) => void message.error(errors.of(failure)),
  });
  const save = (units: Outline) => {
    if (JSON.stringify(units) === JSON.stringify(outlineOf(draft))) return;
    order.mutate({ params: { courseId: draft.id }, body: { revision: draft.revision, units } });
  };
  const wanted = order.isPending ? order.variables.body.units : null;
  return { draft: wanted ? arranged(draft, wanted) : draft, save, saving: order.isPending };
}

function arranged(draft: Draft, outline: Outline): Draft {
  const lessons = new Map(draft.units.flatMap((unit) => unit.lessons).map((lesson) => [lesson.id, lesson]));
  const units = new Map(draft.units.map((unit) => [unit.id, unit]));
  return {
    ...draft,
    units: outline.flatMap(({ id, lessonIds }) => {
      const unit = units.get(id);
      return unit ? [{ ...unit, lessons: lessonIds.flatMap((lessonId) => lessons.get(lessonId) ?? []) }] : [];
    }),
  };
}
