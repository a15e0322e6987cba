import { people } from '@dangxiao/contracts';
import { useEndpointPages, useFormat } from '@dangxiao/web-kit';
import { Tag } from 'antd';
import { Link } from 'react-router';
import { ListPage, type ListColumn } from '../../app/list/index.ts';
import { paths } from '../../app/paths.ts';
import { useScope } from '../../app/shell/scope.tsx';
import { useFilters } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './imports.module.css';
import { stateColours, type Listed } from './reads.ts';
import { StartImport } from './StartImport.tsx';

const noFilters = { kind: 'people' };

/** A new import, and what was imported before. */
export function Component() {
  const text = useText();
  const { organizationId, name } = useScope();
  const [{ kind }, setFilters] = useFilters(noFilters);
  const pages = useEndpointPages(
    people.listImports,
    { query: { organizationId, limit: 20 } },
    { enabled: organizationId !== undefined },
  );
  const columns = useColumns();
  return (
    <ListPage<Listed>
      name="imports"
      title={text('imports.title')}
      label={text('imports.history')}
      subtitle={text('imports.subtitle')}
      above={
        organizationId &&
        name && (
          <StartImport
            organizationId={organizationId}
            organizationName={name}
            kind={kind === 'organizations' ? kind : 'people'}
            onKind={(value) => setFilters({ kind: value })}
          />
        )
      }
      columns={columns}
      pages={pages}
      empty={text('imports.none')}
    />
  );
}

function useColumns(): ListColumn<Listed>[] {
  const text = useText();
  const format = useFormat();
  const outcome = ({ counts }: Listed) =>
    (['create', 'update', 'move', 'nothing', 'wrong'] as const)
      .filter((key) => counts && counts[key] > 0)
      .map((key) => text(`imports.summary.${key}`, { count: counts?.[key] ?? 0 }))
      .join(' · ');
  return [
    {
      key: 'file',
      role: 'name',
      title: text('imports.file'),
      width: 260,
      show: (row) => (
        <>
          <Link to={paths.import(row.id)}>{row.fileName}</Link>
          <div className={css.hint}>
            {text('imports.by', { name: row.createdByName, when: format.when(row.createdAt) })}
          </div>
        </>
      ),
    },
    { key: 'kind', title: text('imports.kindLabel'), width: 120, show: ({ kind }) => text(`imports.kind.${kind}`) },
    { key: 'organizationName', title: text('people.organization'), width: 180 },
    {
      key: 'state',
      title: text('people.state'),
      width: 140,
      show: ({ state }) => <Tag color={stateColours[state]}>{text(`imports.state.${state}`)}</Tag>,
    },
    { key: 'result', title: text('imports.result'), width: 220, show: outcome },
  ];
}
