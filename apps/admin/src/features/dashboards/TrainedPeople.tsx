import { reports, trainedState, type ResponseOf } from '@dangxiao/contracts';
import { useEndpointPages } from '@dangxiao/web-kit';
import { Button, Tag, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { ChoiceFilter, DataTable, Empty, useFilters, When } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';

type Row = ResponseOf<typeof reports.listTrained>['items'][number];
const noFilters = { people: '' };
const tones = { not_started: 'default', under_way: 'processing', finished: 'success', overdue: 'warning' } as const;

interface Props {
  organizationId: string;
  assignmentId: string;
  asOf: string | undefined;
}

/** The people behind the figures, each with the way to the record. */
export function TrainedPeople({ organizationId, assignmentId, asOf }: Props) {
  const text = useText();
  const [{ people: state }, setFilters] = useFilters(noFilters);
  const pages = useEndpointPages(reports.listTrained, {
    params: { organizationId, assignmentId },
    query: { ...(asOf ? { asOf } : {}), state: trainedState.safeParse(state).data, limit: 30 },
  });
  const when = (key: 'startedAt' | 'finishedAt') => ({
    title: text(`dashboards.${key}`),
    dataIndex: key,
    width: 172,
    render: (at: string | null) => (at ? <When at={at} /> : ''),
  });
  const columns: TableColumnsType<Row> = [
    {
      title: text('dashboards.name'),
      dataIndex: 'name',
      width: 130,
      render: (name: string, row) => <Link to={paths.person(row.personId, 'record')}>{name}</Link>,
    },
    { title: text('dashboards.organization'), dataIndex: 'organizationName', ellipsis: true },
    {
      title: text('dashboards.state'),
      dataIndex: 'state',
      width: 130,
      render: (one: Row['state']) => <Tag color={tones[one]}>{text(`dashboards.trained.${one}`)}</Tag>,
    },
    when('startedAt'),
    when('finishedAt'),
  ];
  return (
    <DataTable
      label={text('dashboards.list')}
      columns={columns}
      pages={pages}
      rowKey="personId"
      minWidth={860}
      filters={
        <ChoiceFilter
          label={text('dashboards.state')}
          value={state}
          all={text('dashboards.anyState')}
          choices={trainedState.options}
          nameOf={(value) => text(`dashboards.trained.${value}`)}
          onChange={(value) => setFilters({ people: value })}
        />
      }
      empty={
        <Empty action={state && <Button onClick={() => setFilters(noFilters)}>{text('dashboards.clear')}</Button>}>
          {text('dashboards.nobody')}
        </Empty>
      }
    />
  );
}
