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
import { AudienceDrawer } from './AudienceDrawer.tsx';
import { OwnedActions } from './OwnedActions.tsx';
import { assignmentReads } from './reads.ts';

type Audience = ResponseOf<typeof assignments.listSavedAudiences>['items'][number];

const unfiltered = { q: '', archived: '' };

/** Rules under a name: make, change, archive; each shows whom it reaches and who uses it. */
export function Component() {
  const text = useText();
  const may = useMay();
  const { organizationId, name } = useScope();
  const [{ q, archived }, change] = useFilters(unfiltered);
  const [edited, setEdited] = useState<string | null>(null);
  const update = useMutationOf(assignments.updateSavedAudience, { refreshes: assignmentReads });
  const pages = useEndpointPages(
    assignments.listSavedAudiences,
    { query: { organizationId, q: q || undefined, archived: archived === 'true' ? 'true' : 'false' } },
    { enabled: organizationId !== undefined },
  );
  const onSearch = useCallback((value: string) => change({ q: value }), [change]);
  const writes = may('assignments.write');
  const columns: TableColumnsType<Audience> = [
    {
      title: text('assignments.audiences.name'),
      render: (_, row) => (
        <>
          <div>{row.title}</div>
          <div className={css.hint}>{row.organizationName}</div>
        </>
      ),
    },
    {
      title: text('assignments.programmes.usedBy'),
      width: 180,
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
            render: (_: unknown, row: Audience) => (
              <OwnedActions
                title={row.title}
                archived={row.archived}
                onEdit={() => setEdited(row.id)}
                onArchive={(to) =>
                  update.mutateAsync({ params: { audienceId: row.id }, body: { revision: row.revision, archived: to } })
                }
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <Page
      title={text('assignments.audiences.title')}
      subtitle={[name, text('assignments.audiences.subtitle')].join(' · ')}
      actions={
        writes && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited('new')}>
            {text('assignments.audiences.create')}
          </Button>
        )
      }
    >
      <AreaTabs />
      <DataTable<Audience>
        label={text('assignments.audiences.title')}
        columns={columns}
        pages={pages}
        minWidth={640}
        filters={
          <>
            <SearchField label={text('assignments.audiences.search')} value={q} onChange={onSearch} />
            <Checkbox
              checked={archived === 'true'}
              onChange={({ target }) => change({ archived: target.checked ? 'true' : '' })}
            >
              {text('assignments.programmes.archived')}
            </Checkbox>
          </>
        }
        empty={<Empty>{text(q || archived ? 'assignments.noneFound' : 'assignments.audiences.none')}</Empty>}
      />
      {edited && organizationId && (
        <AudienceDrawer
          audienceId={edited === 'new' ? null : edited}
          owner={{ id: organizationId, name: name ?? '' }}
          onClose={() => setEdited(null)}
        />
      )}
    </Page>
  );
}
