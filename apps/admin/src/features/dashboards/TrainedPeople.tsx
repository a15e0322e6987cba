import { reports, trainedState, type ResponseOf } from '@dangxiao/contracts';
import { useEndpointPages } from '@dangxiao/web-kit';
import { Tag } from 'antd';
import { ChoiceFilter, ListTable, useList, type ListColumn } from '../../app/list/index.ts';
import { When } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { usePersonColumns } from './use-person-columns.tsx';

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
  const list = useList(noFilters);
  const pages = useEndpointPages(reports.listTrained, {
    params: { organizationId, assignmentId },
    query: { ...(asOf ? { asOf } : {}), state: trainedState.safeParse(list.values.people).data, limit: 30 },
  });
  const when = (key: 'startedAt' | 'finishedAt'): ListColumn<Row> => ({
    key,
    title: text(`dashboards.${key}`),
    width: 172,
    by: (row) => row[key],
    show: ({ [key]: at }) => (at ? <When at={at} /> : ''),
  });
  const columns: ListColumn<Row>[] = [
    ...usePersonColumns<Row>(),
    {
      key: 'state',
      title: text('dashboards.state'),
      width: 130,
      show: (row) => <Tag color={tones[row.state]}>{text(`dashboards.trained.${row.state}`)}</Tag>,
    },
    when('startedAt'),
    when('finishedAt'),
  ];
  return (
    <ListTable<Row>
      name="trained"
      label={text('dashboards.list')}
      columns={columns}
      pages={pages}
      rowKey="personId"
      list={list}
      filters={
        <ChoiceFilter
          list={list}
          name="people"
          label={text('dashboards.state')}
          all={text('dashboards.anyState')}
          choices={trainedState.options}
          nameOf={(value) => text(`dashboards.trained.${value}`)}
        />
      }
      empty={text('dashboards.nobody')}
      nothing={text('dashboards.nobody')}
    />
  );
}
