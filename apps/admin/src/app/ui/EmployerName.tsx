import { people } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { useText } from '../../i18n/use-text.ts';
import type { Difference } from './StaleNotice.tsx';

type Employer = { id: string; name: string } | null;

function EmployerName({ id, known, none }: { id: string; known: readonly Employer[]; none: string }) {
  const text = useText();
  const given = known.find((employer) => employer?.id === id);
  const query = { employerId: id };
  const found = useEndpoint(people.listEmployers, { query }, { enabled: id !== '' && !given });
  if (id === '') return none;
  return given?.name ?? found.data?.items[0]?.name ?? text(found.isPending ? 'app.loading' : 'employers.nothing');
}

interface Versions {
  label: string;
  /** What somebody else chose. */
  theirs: Employer;
  /** What is chosen here. */
  mine: string | null;
  /** What the form started from. */
  first: Employer;
  /** What no employer means there. */
  none: string;
}

/** Two versions of a chosen employer, by its name. */
export const employerDifference = ({ label, theirs, mine, first, none }: Versions): Difference => ({
  label,
  theirs: theirs?.id ?? '',
  mine: mine ?? '',
  show: (id) => <EmployerName id={id} known={[theirs, first]} none={none} />,
});
