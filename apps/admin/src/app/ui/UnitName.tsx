import { people } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { useText } from '../../i18n/use-text.ts';
import type { Difference } from './StaleNotice.tsx';

type Unit = { id: string; name: string } | null;

function UnitName({ id, known, none }: { id: string; known: readonly Unit[]; none: string }) {
  const text = useText();
  const given = known.find((unit) => unit?.id === id);
  const query = { employingUnitId: id };
  const found = useEndpoint(people.listEmployingUnits, { query }, { enabled: id !== '' && !given });
  if (id === '') return none;
  return given?.name ?? found.data?.items[0]?.name ?? text(found.isPending ? 'app.loading' : 'units.nothing');
}

interface Versions {
  label: string;
  /** What somebody else chose. */
  theirs: Unit;
  /** What is chosen here. */
  mine: string | null;
  /** What the form started from. */
  first: Unit;
  /** What no unit means there. */
  none: string;
}

/** Two versions of a chosen unit, by its name. */
export const unitDifference = ({ label, theirs, mine, first, none }: Versions): Difference => ({
  label,
  theirs: theirs?.id ?? '',
  mine: mine ?? '',
  show: (id) => <UnitName id={id} known={[theirs, first]} none={none} />,
});
