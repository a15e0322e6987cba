import { useMe } from '@dangxiao/web-kit';
import { useScope } from './scope.tsx';
import css from './scope.module.css';

/** For those who may not read the tree (instructors): the organizations that they work for. */
export function GrantList({ onChosen }: { onChosen: () => void }) {
  const { grants } = useMe();
  const { organizationId, choose } = useScope();
  const unique = [...new Map(grants.map((grant) => [grant.organizationId, grant])).values()];
  return (
    <ul className={css.found}>
      {unique.map((grant) => (
        <li key={grant.organizationId}>
          <button
            type="button"
            aria-current={grant.organizationId === organizationId}
            onClick={() => {
              choose(grant.organizationId);
              onChosen();
            }}
          >
            {grant.organizationName}
          </button>
        </li>
      ))}
    </ul>
  );
}
