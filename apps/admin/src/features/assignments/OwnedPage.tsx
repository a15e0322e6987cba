import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { FlagFilter, ListPage, useList, type ListColumn } from '../../app/list/index.ts';
import { useScope } from '../../app/shell/scope.tsx';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { AreaTabs } from './AreaTabs.tsx';
import { OwnedActions } from './OwnedActions.tsx';

/** What an organization keeps for its assignments. */
interface Owned {
  id: string;
  title: string;
  archived: boolean;
  usedBy: number;
}

const unfiltered = { q: '', archived: '' };

/** The filters of such a list, and the query that follows from them. */
export function useOwnedList() {
  const { organizationId } = useScope();
  const list = useList(unfiltered);
  const { q, archived } = list.values;
  const query = {
    organizationId,
    q: q || undefined,
    archived: archived === 'true' ? ('true' as const) : ('false' as const),
  };
  return { list, query, enabled: organizationId !== undefined };
}

interface Props<Row extends Owned> {
  kind: 'programmes' | 'audiences';
  list: ReturnType<typeof useOwnedList>['list'];
  pages: Parameters<typeof ListPage<Row>>[0]['pages'];
  columns: readonly ListColumn<Row>[];
  onCreate: () => void;
  onEdit: (row: Row) => void;
  onArchive: (row: Row, archived: boolean) => Promise<unknown>;
  children: ReactNode;
}

/** Programmes or saved audiences: make, change, archive; each says how many assignments use it. */
export function OwnedPage<Row extends Owned>(props: Props<Row>) {
  const { kind, list, pages, columns, onCreate, onEdit, onArchive, children } = props;
  const text = useText();
  const writes = useMay()('assignments.write');
  const { name } = useScope();
  const all: ListColumn<Row>[] = [
    ...columns,
    {
      key: 'usedBy',
      title: text('assignments.programmes.usedBy'),
      width: 170,
      by: ({ usedBy }) => usedBy,
      show: ({ usedBy }) =>
        usedBy > 0
          ? text('assignments.programmes.usedByCount', { count: usedBy })
          : text('assignments.programmes.unused'),
    },
    ...(writes
      ? [
          {
            key: 'actions',
            role: 'actions' as const,
            title: text('organizations.actions'),
            width: 160,
            show: (row: Row) => (
              <OwnedActions
                title={row.title}
                archived={row.archived}
                onEdit={() => onEdit(row)}
                onArchive={(to) => onArchive(row, to)}
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <ListPage<Row>
      name={kind}
      title={text(`assignments.${kind}.title`)}
      subtitle={[name, text(`assignments.${kind}.subtitle`)].join(' · ')}
      actions={
        writes && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={onCreate}>
            {text(`assignments.${kind}.create`)}
          </Button>
        )
      }
      above={<AreaTabs />}
      columns={all}
      pages={pages}
      list={list}
      search={list.search(text(`assignments.${kind}.search`))}
      filters={
        <FlagFilter list={list} name="archived">
          {text('assignments.programmes.archived')}
        </FlagFilter>
      }
      empty={text(`assignments.${kind}.none`)}
    >
      {children}
    </ListPage>
  );
}
