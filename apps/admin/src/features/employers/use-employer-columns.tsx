import type { people, ResponseOf } from '@dangxiao/contracts';
import { Button, Space, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useText } from '../../i18n/use-text.ts';

export type EmployerRow = ResponseOf<typeof people.listEmployers>['items'][number];

interface Actions {
  onEdit: (employer: EmployerRow) => void;
  onRemove: (employer: EmployerRow) => void;
}

/** Columns of the list of employers; without actions for those who only read. */
export function useEmployerColumns(actions: Actions | null): TableColumnsType<EmployerRow> {
  const text = useText();
  return [
    { title: text('employers.name'), dataIndex: 'name' },
    { title: text('employers.parent'), key: 'parent', render: (_, employer) => employer.parent?.name ?? '—' },
    { title: text('employers.code'), dataIndex: 'code', width: 150 },
    { title: text('employers.organizations'), dataIndex: 'organizations', width: 120, align: 'right' },
    {
      title: text('employers.people'),
      dataIndex: 'people',
      width: 120,
      align: 'right',
      render: (count: number, employer) =>
        count === 0 ? (
          count
        ) : (
          <Link
            to={paths.peopleOfEmployer(employer.id)}
            aria-label={text('employers.peopleOf', { name: employer.name, count })}
          >
            {count}
          </Link>
        ),
    },
    ...(actions
      ? [
          {
            title: text('organizations.actions'),
            key: 'actions',
            width: 160,
            render: (_: unknown, employer: EmployerRow) => (
              <Space size={8}>
                <Button
                  size="small"
                  aria-label={text('employers.editNamed', { name: employer.name })}
                  onClick={() => actions.onEdit(employer)}
                >
                  {text('app.edit')}
                </Button>
                <Button
                  size="small"
                  type="text"
                  aria-label={text('employers.removeNamed', { name: employer.name })}
                  onClick={() => actions.onRemove(employer)}
                >
                  {text('employers.remove')}
                </Button>
              </Space>
            ),
          },
        ]
      : []),
  ];
}
