import { people } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { useText } from '../../../i18n/use-text.ts';
import type { Draft } from './draft.ts';

interface Props {
  id: string | null;
  /** Versions of the draft that may name the instructor. */
  known: readonly (Pick<Draft, 'instructorId' | 'instructorName'> | null)[];
}

/** The name of a chosen instructor. */
export function InstructorName({ id, known }: Props) {
  const text = useText();
  const given = known.find((draft) => draft?.instructorId === id)?.instructorName;
  const found = useEndpoint(
    people.getPerson,
    { params: { personId: id ?? '' } },
    { enabled: id !== null && given === undefined },
  );
  if (id === null || given === null) return '—';
  return given ?? found.data?.name ?? text('app.loading');
}
