import { people } from '@dangxiao/contracts';
import { useEndpointPages, useFormat } from '@dangxiao/web-kit';
import { Tag, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useScope } from '../../app/shell/scope.tsx';
import { DataTable, Empty, Page, useFilters } from '../../app/ui/index.ts';
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
    <Page title={text('imports.title')} subtitle={text('imports.subtitle')}>
      {organizationId && name && (
        <StartImport
          organizationId={organizationId}
          organizationName={name}
          kind={kind === 'organizations' ? kind : 'people'}
          onKind={(value) => setFilters({ kind: value })}
        />
      )}
      <DataTable
        label={text('imports.history')}
        columns={columns}
        pages={pages}
        minWidth={760}
        empty={<Empty>{text('imports.none')}</Empty>}
      />
    </Page>
  );
}

function useColumns(): TableColumnsType<Listed> {
  const text = useText();
  const format = useFormat();
  const outcome = ({ counts }: Listed) =>
    (['create', 'update', 'move', 'nothing', 'wrong'] as const)
      .filter((key) => counts && counts[key] > 0)
      .map((key) => text(`imports.summary.${key}`, { count: counts?.[key] ?? 0 }))
      .join(' · ');
  return [
    {
      title: text('imports.file'),
      key: 'file',
      render: (_, row) => (
        <>
          <Link to={paths.import(row.id)}>{row.fileName}</Link>
          <div className={css.hint}>
            {text('imports.by', { name: row.createdByName, when: format.when(row.createdAt) })}
          </div>
        </>
      ),
    },
    {
      title: text('imports.kindLabel'),
      dataIndex: 'kind',
      width: 120,
      render: (kind: Listed['kind']) => text(`imports.kind.${kind}`),
    },
    { title: text('people.organization'), dataIndex: 'organizationName', width: 180 },
    {
      title: text('people.state'),
      dataIndex: 'state',
      width: 140,
      render: (state: Listed['state']) => <Tag color={stateColours[state]}>{text(`imports.state.${state}`)}</Tag>,
    },
    { title: text('imports.result'), key: 'result', width: 220, render: (_, row) => outcome(row) },
  ];
}
