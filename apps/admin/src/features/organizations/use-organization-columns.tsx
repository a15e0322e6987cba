import type { people, ResponseOf } from '@dangxiao/contracts';
import { useKitText } from '@dangxiao/web-kit';
import { Button } from 'antd';
import type { ListColumn } from '../../app/list/index.ts';
import { useText } from '../../i18n/use-text.ts';

export type OrganizationRow = ResponseOf<typeof people.listOrganizations>['items'][number];

interface Actions {
  onOpen: (organizationId: string) => void;
  onEdit?: (row: OrganizationRow) => void;
}

/** Columns of the list of child organizations. */
export function useOrganizationColumns({ onOpen, onEdit }: Actions): ListColumn<OrganizationRow>[] {
  const text = useText();
  const kit = useKitText();
  return [
    {
      key: 'name',
      role: 'name',
      title: text('organizations.name'),
      width: 240,
      by: ({ name }) => name,
      show: ({ id, name }) => (
        <Button type="link" size="small" style={{ padding: 0 }} onClick={() => onOpen(id)}>
          {name}
        </Button>
      ),
    },
    {
      key: 'kind',
      title: text('organizations.kind'),
      width: 130,
      by: ({ kind }) => kit(`organizationKind.${kind}`),
      show: ({ kind }) => kit(`organizationKind.${kind}`),
    },
    { key: 'code', title: text('organizations.code'), width: 150, by: ({ code }) => code },
    {
      key: 'childCount',
      title: text('organizations.children'),
      width: 120,
      align: 'right',
      by: ({ childCount }) => childCount,
    },
    {
      key: 'subtreeMemberCount',
      title: text('organizations.members'),
      width: 140,
      align: 'right',
      by: ({ subtreeMemberCount }) => subtreeMemberCount,
    },
    ...(onEdit
      ? [
          {
            key: 'actions',
            role: 'actions' as const,
            title: text('organizations.actions'),
            width: 90,
            show: (row: OrganizationRow) => (
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
