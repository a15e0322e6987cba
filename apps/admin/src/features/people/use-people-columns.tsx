import type { people, ResponseOf } from '@dangxiao/contracts';
import { useKitText } from '@dangxiao/web-kit';
import { Tag, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useText } from '../../i18n/use-text.ts';
import { AccountTag } from './AccountTag.tsx';

type Row = ResponseOf<typeof people.listPeople>['items'][number];

/** Columns of the list of people. */
export function usePeopleColumns({ guests }: { guests: boolean }): TableColumnsType<Row> {
  const text = useText();
  const kit = useKitText();
  return [
    {
      title: text('people.name'),
      dataIndex: 'name',
      width: 170,
      render: (name: string, row) => (
        <>
          {guests ? name : <Link to={paths.person(row.id)}>{name}</Link>}
          {row.host && (
            <Tag
              color="blue"
              style={{ marginInlineStart: 8 }}
              title={text('changes.floatingAt', { name: row.host.name })}
            >
              {text('changes.floatingTag')}
            </Tag>
          )}
        </>
      ),
    },
    { title: text('people.organization'), dataIndex: 'organizationName', ellipsis: true },
    { title: text('people.kind'), dataIndex: 'kind', width: 130, render: (kind) => kit(`personKind.${kind}`) },
    {
      title: text('people.position'),
      dataIndex: 'position',
      width: 140,
      render: (position) => (position === 'none' ? '' : kit(`position.${position}`)),
    },
    { title: text('people.phone'), dataIndex: 'maskedPhone', width: 120 },
    {
      title: text('people.account'),
      dataIndex: 'account',
      width: 100,
      render: (state) => <AccountTag state={state} />,
    },
  ];
}
