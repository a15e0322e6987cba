import type { assignments, ResponseOf } from '@dangxiao/contracts';
import css from '../assignments.module.css';
import { useLabels } from '../use-labels.ts';

type Person = ResponseOf<typeof assignments.previewAudience>['people'][number];

/** People with the reasons why. */
export function PeopleNames({ people }: { people: readonly Person[] }) {
  const labels = useLabels();
  return (
    <ul className={css.names}>
      {people.map((person) => (
        <li key={person.personId} className={css.person}>
          <div>{person.name}</div>
          <div className={css.hint}>
            {[person.organizationName, labels.reasons(person.reasons)].filter(Boolean).join(' · ')}
          </div>
        </li>
      ))}
    </ul>
  );
}
