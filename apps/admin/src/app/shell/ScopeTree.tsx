import { people } from '@dangxiao/contracts';
import { useEndpoint, useKitText } from '@dangxiao/web-kit';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Empty, Failed, SearchField, Waiting } from '../ui/index.ts';
import { useMay } from '../use-may.ts';
import { GrantList } from './GrantList.tsx';
import { OrganizationTree } from './OrganizationTree.tsx';
import { useScope } from './scope.tsx';
import css from './scope.module.css';

function Found({ q, onChosen }: { q: string; onChosen: () => void }) {
  const text = useText();
  const kit = useKitText();
  const { choose } = useScope();
  const found = useEndpoint(people.searchOrganizations, { query: { q } }, { keepPrevious: true });
  if (found.error) return <Failed failure={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting rows={4} />;
  if (found.data.items.length === 0) return <Empty>{text('app.tree.nothing', { q })}</Empty>;
  return (
    <ul className={css.found}>
      {found.data.items.map(({ id, name, kind, trail }) => (
        <li key={id}>
          <button
            type="button"
            onClick={() => {
              choose(id);
              onChosen();
            }}
          >
            <span>{name}</span>
            <span className={css.where}>
              {[kit(`organizationKind.${kind}`), ...trail.slice(-2).map((node) => node.name)].join(' · ')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The organizations to pick from, as a tree or as what a word finds. */
export function ScopeTree({ onChosen, searching = false }: { onChosen?: () => void; searching?: boolean }) {
  const text = useText();
  const readsTree = useMay()('organizations.read');
  const [q, setQ] = useState('');
  const chosen = () => {
    setQ('');
    onChosen?.();
  };
  if (!readsTree) return <GrantList onChosen={chosen} />;
  return (
    <>
      <div className={css.search}>
        <SearchField label={text('app.tree.search')} value={q} onChange={setQ} width="100%" autoFocus={searching} />
      </div>
      <div className={css.tree}>{q ? <Found q={q} onChosen={chosen} /> : <OrganizationTree onChosen={chosen} />}</div>
    </>
  );
}
