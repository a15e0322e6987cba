import { people } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { useText } from '../../i18n/use-text.ts';

interface Props {
  id: string | null;
  /** Employers whose names are known already. */
  known: readonly ({ id: string; name: string } | null | undefined)[];
  /** What no employer means there. */
  none: string;
}

/** The name of a chosen employer. */
export function EmployerName({ id, known, none }: Props) {
  const text = useText();
  const given = known.find((employer) => employer?.id === id);
  const query = { employerId: id ?? '' };
  const found = useEndpoint(people.listEmployers, { query }, { enabled: id !== null && !given });
  if (id === null) return none;
  return given?.name ?? found.data?.items[0]?.name ?? text(found.isPending ? 'app.loading' : 'employers.nothing');
}
