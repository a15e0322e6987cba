import type { assignments, ResponseOf } from '@dangxiao/contracts';
import css from '../assignments.module.css';
import { useWords } from '../use-words.ts';

type Person = ResponseOf<typeof assignments.previewAudience>['people'][number];

/** People with the reasons why. */
export function PeopleNames({ people }: { people: readonly Person[] }) {
  const words = useWords();
  return (
    <ul className={css.names}>
      {people.map((person) => (
        <li key={person.personId} className={css.person}>
          <div>{person.name}</div>
          <div className={css.hint}>
            {[person.organizationName, words.reasons(person.reasons)].filter(Boolean).join(' · ')}
          </div>
        </li>
      ))}
    </ul>
  );
}
