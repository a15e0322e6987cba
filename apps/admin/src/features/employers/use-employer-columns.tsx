import type { people, ResponseOf } from '@dangxiao/contracts';
import { Button, Space } from 'antd';
import { Link } from 'react-router';
import type { ListColumn } from '../../app/list/index.ts';
import { paths } from '../../app/paths.ts';
import { useText } from '../../i18n/use-text.ts';

export type EmployerRow = ResponseOf<typeof people.listEmployers>['items'][number];

interface Actions {
  onEdit: (employer: EmployerRow) => void;
  onRemove: (employer: EmployerRow) => void;
}

/** Columns of the list of employers; without actions for those who only read. */
export function useEmployerColumns(actions: Actions | null): ListColumn<EmployerRow>[] {
  const text = useText();
  return [
    { key: 'name', role: 'name', title: text('employers.name'), width: 220, by: ({ name }) => name },
    {
      key: 'parent',
      title: text('employers.parent'),
      by: ({ parent }) => parent?.name ?? null,
      show: ({ parent }) => parent?.name ?? '—',
    },
    { key: 'code', title: text('employers.code'), width: 150, by: ({ code }) => code },
    {
      key: 'organizations',
      title: text('employers.organizations'),
      width: 140,
      align: 'right',
      by: ({ organizations }) => organizations,
    },
    {
      key: 'people',
      title: text('employers.people'),
      width: 120,
      align: 'right',
      by: ({ people: count }) => count,
      show: ({ id, name, people: count }) =>
        count === 0 ? (
          count
        ) : (
          <Link to={paths.peopleOfEmployer(id)} aria-label={text('employers.peopleOf', { name, count })}>
            {count}
          </Link>
        ),
    },
    ...(actions
      ? [
          {
            key: 'actions',
            role: 'actions' as const,
            title: text('organizations.actions'),
            width: 160,
            show: (employer: EmployerRow) => (
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
