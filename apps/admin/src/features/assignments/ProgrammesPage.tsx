import { PlusOutlined } from '@ant-design/icons';
import { assignments, type ResponseOf } from '@dangxiao/contracts';
import { useEndpointPages, useMutationOf } from '@dangxiao/web-kit';
import { Button, Checkbox, type TableColumnsType } from 'antd';
import { useCallback, useState } from 'react';
import { useScope } from '../../app/shell/scope.tsx';
import { DataTable, Empty, Page, SearchField, useFilters } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { AreaTabs } from './AreaTabs.tsx';
import css from './assignments.module.css';
import { OwnedActions } from './OwnedActions.tsx';
import { ProgrammeDrawer } from './ProgrammeDrawer.tsx';
import { assignmentReads } from './reads.ts';

export type Programme = ResponseOf<typeof assignments.listProgrammes>['items'][number];

const unfiltered = { q: '', archived: '' };

/** Ordered paths of courses: make, change, archive. */
export function Component() {
  const text = useText();
  const may = useMay();
  const { organizationId, name } = useScope();
  const [{ q, archived }, change] = useFilters(unfiltered);
  const [edited, setEdited] = useState<Programme | 'new' | null>(null);
  const update = useMutationOf(assignments.updateProgramme, { refreshes: assignmentReads });
  const pages = useEndpointPages(
    assignments.listProgrammes,
    { query: { organizationId, q: q || undefined, archived: archived === 'true' ? 'true' : 'false' } },
    { enabled: organizationId !== undefined },
  );
  const onSearch = useCallback((value: string) => change({ q: value }), [change]);
  const writes = may('assignments.write');
  const columns: TableColumnsType<Programme> = [
    {
      title: text('assignments.programmes.name'),
      width: 260,
      render: (_, row) => (
        <>
          <div>{row.title}</div>
          <div className={css.hint}>{[row.organizationName, row.summary].filter(Boolean).join(' · ')}</div>
        </>
      ),
    },
    {
      title: text('assignments.programmes.path'),
      render: (_, row) => row.items.map((item) => item.title).join(' → '),
    },
    {
      title: text('assignments.programmes.usedBy'),
      width: 130,
      render: (_, { usedBy }) =>
        usedBy > 0
          ? text('assignments.programmes.usedByCount', { count: usedBy })
          : text('assignments.programmes.unused'),
    },
    ...(writes
      ? [
          {
            title: text('organizations.actions'),
            width: 160,
            render: (_: unknown, row: Programme) => (
              <OwnedActions
                title={row.title}
                archived={row.archived}
                onEdit={() => setEdited(row)}
                onArchive={(to) =>
                  update.mutateAsync({
                    params: { programmeId: row.id },
                    body: { revision: row.revision, archived: to },
                  })
                }
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <Page
      title={text('assignments.programmes.title')}
      subtitle={[name, text('assignments.programmes.subtitle')].join(' · ')}
      actions={
        writes && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited('new')}>
            {text('assignments.programmes.create')}
          </Button>
        )
      }
    >
      <AreaTabs />
      <DataTable<Programme>
        label={text('assignments.programmes.title')}
        columns={columns}
        pages={pages}
        minWidth={820}
        filters={
          <>
            <SearchField label={text('assignments.programmes.search')} value={q} onChange={onSearch} />
            <Checkbox
              checked={archived === 'true'}
              onChange={({ target }) => change({ archived: target.checked ? 'true' : '' })}
            >
              {text('assignments.programmes.archived')}
            </Checkbox>
          </>
        }
        empty={<Empty>{text(q || archived ? 'assignments.noneFound' : 'assignments.programmes.none')}</Empty>}
      />
      {edited && organizationId && (
        <ProgrammeDrawer
          programme={edited === 'new' ? null : edited}
          organizationId={organizationId}
          onClose={() => setEdited(null)}
        />
      )}
    </Page>
  );
}
