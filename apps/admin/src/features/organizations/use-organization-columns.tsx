import type { people, ResponseOf } from '@dangxiao/contracts';
import { useKitText } from '@dangxiao/web-kit';
import { Button, type TableColumnsType } from 'antd';
import { useText } from '../../i18n/use-text.ts';

export type OrganizationRow = ResponseOf<typeof people.listOrganizations>['items'][number];

interface Actions {
  onOpen: (organizationId: string) => void;
  onEdit?: (row: OrganizationRow) => void;
}

/** Columns of the list of child organizations. */
export function useOrganizationColumns({ onOpen, onEdit }: Actions): TableColumnsType<OrganizationRow> {
  const text = useText();
  const kit = useKitText();
  return [
    {
      title: text('organizations.name'),
      dataIndex: 'name',
      render: (name: string, row) => (
        <Button type="link" size="small" style={{ padding: 0 }} onClick={() => onOpen(row.id)}>
          {name}
        </Button>
      ),
    },
    {
      title: text('organizations.kind'),
      dataIndex: 'kind',
      width: 130,
      render: (kind) => kit(`organizationKind.${kind}`),
    },
    { title: text('organizations.code'), dataIndex: 'code', width: 150 },
    { title: text('organizations.children'), dataIndex: 'childCount', width: 110, align: 'right' },
    { title: text('organizations.members'), dataIndex: 'subtreeMemberCount', width: 130, align: 'right' },
    ...(onEdit
      ? [
          {
            title: text('organizations.actions'),
            key: 'actions',
            width: 90,
            render: (_: unknown, row: OrganizationRow) => (
              <Button
                size="small"
                aria-label={text('organizations.editNamed', { name: row.name })}
                onClick={() => onEdit(row)}
              >
                {text('app.edit')}
              </Button>
            ),
          },
        ]
      : []),
  ];
}
