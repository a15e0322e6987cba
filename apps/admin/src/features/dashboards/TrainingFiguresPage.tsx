import { reports, type ResponseOf } from '@dangxiao/contracts';
import { useEndpointPages } from '@dangxiao/web-kit';
import { Button, Tag, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { AsOfNote } from '../../app/shell/AsOfNote.tsx';
import { useScope } from '../../app/shell/scope.tsx';
import { ChoiceFilter, CountingNote, DataTable, Empty, Page, shareOf, useFilters, When } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './dashboards.module.css';

type Row = ResponseOf<typeof reports.listTraining>['items'][number];
const noFilters = { state: '' };
const states = ['running', 'overdue'] as const;

function useColumns(): TableColumnsType<Row> {
  const text = useText();
  const { link } = useScope();
  const count = (key: 'assigned' | 'started' | 'finished' | 'overdue') => ({
    title: text(`dashboards.${key}`),
    dataIndex: key,
    align: 'right' as const,
    width: 86,
    render: (value: number) => (key === 'overdue' && value > 0 ? <span className={css.warn}>{value}</span> : value),
  });
  return [
    {
      title: text('dashboards.assignment'),
      dataIndex: 'title',
      render: (title: string, row) => (
        <>
          <Link to={link(paths.trainingOf(row.assignmentId))}>{title}</Link>{' '}
          <Tag>{text(row.required ? 'dashboards.required' : 'dashboards.elective')}</Tag>
        </>
      ),
    },
    { title: text('dashboards.by'), dataIndex: 'organizationName', width: 150, ellipsis: true },
    {
      title: text('dashboards.deadline'),
      dataIndex: 'deadline',
      width: 150,
      render: (at: string | null) => (at ? <When at={at} /> : text('dashboards.noDeadline')),
    },
    count('assigned'),
    count('started'),
    count('finished'),
    count('overdue'),
    {
      title: text('dashboards.share'),
      key: 'share',
      align: 'right',
      width: 84,
      render: (_, { finished, assigned }) => shareOf(finished, assigned),
    },
  ];
}

/** Training that people of the organization had on the day, each with its figures. */
export function Component() {
  const text = useText();
  const { organizationId, name, asOf, link } = useScope();
  const [{ state }, setFilters] = useFilters(noFilters);
  const pages = useEndpointPages(
    reports.listTraining,
    {
      params: { organizationId: organizationId ?? '' },
      query: { ...(asOf ? { asOf } : {}), state: states.find((one) => one === state), limit: 30 },
    },
    { enabled: organizationId !== undefined },
  );
  return (
    <Page
      title={text('dashboards.training')}
      subtitle={name}
      back={{ to: link(paths.overview()), label: text('dashboards.toOverview') }}
    >
      <AsOfNote />
      {pages.first && <CountingNote counting={pages.first.counting} />}
      <DataTable
        label={text('dashboards.training')}
        columns={useColumns()}
        pages={pages}
        rowKey="assignmentId"
        minWidth={860}
        filters={
          <ChoiceFilter
            label={text('dashboards.state')}
            value={state}
            all={text('dashboards.all')}
            choices={states}
            nameOf={(value) => text(value === 'running' ? 'dashboards.running' : 'dashboards.overdueOnly')}
            onChange={(value) => setFilters({ state: value })}
          />
        }
        empty={
          state ? (
            <Empty action={<Button onClick={() => setFilters(noFilters)}>{text('dashboards.clear')}</Button>}>
              {text('dashboards.noneSuch')}
            </Empty>
          ) : (
            <Empty>{text('dashboards.noTraining')}</Empty>
          )
        }
      />
    </Page>
  );
}
