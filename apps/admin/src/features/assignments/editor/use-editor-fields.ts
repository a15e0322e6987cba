import { useFormat, type StaleFields } from '@dangxiao/web-kit';
import { useText } from '../../../i18n/use-text.ts';
import { useLabels, type Names } from '../use-labels.ts';
import type { Detail, Values } from './values.ts';

type Content = Detail['items'][number];
type Entry = Pick<Content, 'kind' | 'id' | 'title'>;
const entriesOf = (items: readonly Content[]): Entry[] => items.map(({ kind, id, title }) => ({ kind, id, title }));

/** The fields of an assignment in words, for two versions side by side. @param names what the ids of the rules here are called */
export function useEditorFields(names: Names): StaleFields<Detail, Values> {
  const text = useText();
  const format = useFormat();
  const labels = useLabels();
  const at = (instant: string | null) => (instant ? format.when(instant) : text('app.none'));
  return {
    title: { label: text('assignments.field.title') },
    description: { label: text('assignments.field.description') },
    mode: { label: text('assignments.field.mode'), show: (mode: Values['mode']) => text(`assignments.mode.${mode}`) },
    required: {
      label: text('assignments.field.required'),
      show: (required: boolean) => text(required ? 'assignments.required' : 'assignments.elective'),
    },
    opensAt: { label: text('assignments.field.opensAt'), show: at },
    dueAt: { label: text('assignments.field.dueAt'), show: at },
    graceUntil: { label: text('assignments.field.graceUntil'), show: at },
    items: {
      label: text('assignments.field.items'),
      of: ({ items }) => entriesOf(items),
      mine: entriesOf,
      show: (entries: Entry[]) => entries.map(({ title }) => title).join(text('app.separator')),
    },
    rules: {
      label: text('assignments.field.rules'),
      show: (rules: Values['rules'], saved) => labels.whole(rules, saved?.names ?? names),
    },
  };
}
