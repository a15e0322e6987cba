import { useFormat } from '@dangxiao/web-kit';
import type { Difference } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useLabels, type Names } from '../use-labels.ts';
import { changedFields, type Values } from './values.ts';

/** Two versions of an assignment, field by field in words. */
export function useDifferences() {
  const text = useText();
  const format = useFormat();
  const labels = useLabels();
  const at = (instant: string | null) => (instant ? format.when(instant) : text('app.none'));
  const shown = (values: Values, names: Names) => ({
    title: values.title,
    description: values.description || text('app.none'),
    mode: text(`assignments.mode.${values.mode}`),
    required: text(values.required ? 'assignments.required' : 'assignments.elective'),
    opensAt: at(values.opensAt),
    dueAt: at(values.dueAt),
    graceUntil: at(values.graceUntil),
    items: values.items.map(({ title }) => title).join(text('app.separator')),
    rules: labels.whole(values.rules, names),
  });
  return (theirs: Values & { names: Names }, mine: Values, names: Names): Difference[] => {
    const [one, other] = [shown(theirs, theirs.names), shown(mine, names)];
    return changedFields(theirs, mine).map((field) => ({
      label: text(`assignments.field.${field}`),
      theirs: one[field],
      mine: other[field],
    }));
  };
}
