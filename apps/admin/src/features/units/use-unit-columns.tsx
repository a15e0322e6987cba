import type { people, ResponseOf } from '@dangxiao/contracts';
import { Button, Space, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useText } from '../../i18n/use-text.ts';

export type UnitRow = ResponseOf<typeof people.listEmployingUnits>['items'][number];

interface Actions {
  onEdit: (unit: UnitRow) => void;
  onRemove: (unit: UnitRow) => void;
}

/** Columns of the list of employing units; without actions for those who only read. */
export function useUnitColumns(actions: Actions | null): TableColumnsType<UnitRow> {
  const text = useText();
  return [
    { title: text('units.name'), dataIndex: 'name' },
    { title: text('units.parent'), key: 'parent', render: (_, unit) => unit.parent?.name ?? '—' },
    { title: text('units.code'), dataIndex: 'code', width: 150 },
    { title: text('units.organizations'), dataIndex: 'organizations', width: 120, align: 'right' },
    {
      title: text('units.people'),
      dataIndex: 'people',
      width: 120,
      align: 'right',
      render: (count: number, unit) =>
        count === 0 ? (
          count
        ) : (
          <Link to={paths.peopleOfUnit(unit.id)} aria-label={text('units.peopleOf', { name: unit.name, count })}>
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
            render: (_: unknown, unit: UnitRow) => (
              <Space size={8}>
                <Button
                  size="small"
                  aria-label={text('units.editNamed', { name: unit.name })}
                  onClick={() => actions.onEdit(unit)}
                >
                  {text('app.edit')}
                </Button>
                <Button
                  size="small"
                  type="text"
                  aria-label={text('units.removeNamed', { name: unit.name })}
                  onClick={() => actions.onRemove(unit)}
                >
                  {text('units.remove')}
                </Button>
              </Space>
            ),
          },
        ]
      : []),
  ];
}
