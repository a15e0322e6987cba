import { Link } from 'react-router';
import type { ListColumn } from '../../app/list/index.ts';
import { paths } from '../../app/paths.ts';
import { useText } from '../../i18n/use-text.ts';

interface Person {
  personId: string;
  name: string;
  organizationName: string;
}

/** Who it is, with the way to the record, and where. @param sorted the server orders by the name */
export function usePersonColumns<Row extends Person>(sorted?: 'ascend'): ListColumn<Row>[] {
  const text = useText();
  return [
    {
      key: 'name',
      role: 'name',
      title: text('dashboards.name'),
      width: 130,
      ...(sorted ? { sorted } : { by: (row: Row) => row.name }),
      show: ({ personId, name }) => <Link to={paths.person(personId, 'record')}>{name}</Link>,
    },
    {
      key: 'organizationName',
      title: text('dashboards.organization'),
      ellipsis: true,
      ...(sorted ? {} : { by: (row: Row) => row.organizationName }),
    },
  ];
}
