import type { people, ResponseOf } from '@dangxiao/contracts';
import { useKitText } from '@dangxiao/web-kit';
import { Tag } from 'antd';
import { Link } from 'react-router';
import type { ListColumn } from '../../app/list/index.ts';
import { paths } from '../../app/paths.ts';
import { useText } from '../../i18n/use-text.ts';
import { AccountTag } from './AccountTag.tsx';

export type PersonRow = ResponseOf<typeof people.listPeople>['items'][number];

/** Columns of the list of people. */
export function usePeopleColumns({ guests }: { guests: boolean }): ListColumn<PersonRow>[] {
  const text = useText();
  const kit = useKitText();
  return [
    {
      key: 'name',
      role: 'name',
      title: text('people.name'),
      width: 170,
      by: ({ name }) => name,
      show: ({ id, name, host }) => (
        <>
          {guests ? name : <Link to={paths.person(id)}>{name}</Link>}
          {host && (
            <Tag color="blue" style={{ marginInlineStart: 8 }} title={text('changes.floatingAt', { name: host.name })}>
              {text('changes.floatingTag')}
            </Tag>
          )}
        </>
      ),
    },
    {
      key: 'organizationName',
      title: text('people.organization'),
      ellipsis: true,
      by: ({ organizationName }) => organizationName,
    },
    {
      key: 'kind',
      title: text('people.kind'),
      width: 130,
      by: ({ kind }) => kit(`personKind.${kind}`),
      show: ({ kind }) => kit(`personKind.${kind}`),
    },
    {
      key: 'position',
      title: text('people.position'),
      width: 140,
      by: ({ position }) => (position === 'none' ? null : kit(`position.${position}`)),
      show: ({ position }) => (position === 'none' ? '' : kit(`position.${position}`)),
    },
    { key: 'maskedPhone', title: text('people.phone'), width: 130 },
    {
      key: 'account',
      title: text('people.account'),
      width: 100,
      show: ({ account }) => <AccountTag state={account} />,
    },
  ];
}
