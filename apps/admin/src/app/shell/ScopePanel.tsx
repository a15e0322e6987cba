import { people } from '@dangxiao/contracts';
import { useEndpoint, useKitText } from '@dangxiao/web-kit';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Empty, Failed, SearchField, Waiting } from '../ui/index.ts';
import { useMay } from '../use-may.ts';
import { GrantList } from './GrantList.tsx';
import { OrganizationTree } from './OrganizationTree.tsx';
import { useScope } from './scope.tsx';
import css from './shell.module.css';

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

/** The organization tree: what is chosen here is what every page is about. */
export function ScopePanel() {
  const text = useText();
  const readsTree = useMay()('organizations.read');
  const [q, setQ] = useState('');
  return (
    <aside className={css.panel} aria-label={text('app.tree.label')}>
      <div className={css.product}>
        <strong>{text('app.name')}</strong>
        <span>{text('app.console')}</span>
      </div>
      {readsTree && (
        <div className={css.treeSearch}>
          <SearchField label={text('app.tree.search')} value={q} onChange={setQ} width={224} />
        </div>
      )}
      <div className={css.tree}>
        {!readsTree ? <GrantList /> : q ? <Found q={q} onChosen={() => setQ('')} /> : <OrganizationTree />}
      </div>
    </aside>
  );
}
