import { reports, type ResponseOf } from '@dangxiao/contracts';
import { useEndpointPages, useFormat } from '@dangxiao/web-kit';
import { Button, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { AsOfNote } from '../../app/shell/AsOfNote.tsx';
import { useScope } from '../../app/shell/scope.tsx';
import { DataTable, Empty, Page, percentOf } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';

type Row = ResponseOf<typeof reports.listRanking>['items'][number];

/** Branches by attainment, where the organization's settings allow it. */
export function Component() {
  const text = useText();
  const format = useFormat();
  const may = useMay();
  const { organizationId, name, asOf, link, choose } = useScope();
  const pages = useEndpointPages(
    reports.listRanking,
    { params: { organizationId: organizationId ?? '' }, query: { ...(asOf ? { asOf } : {}), limit: 50 } },
    { enabled: organizationId !== undefined },
  );
  const columns: TableColumnsType<Row> = [
    { title: text('dashboards.rank'), dataIndex: 'rank', width: 90, align: 'right' },
    {
      title: text('dashboards.organization'),
      dataIndex: 'name',
      render: (branch: string, row) => (
        <Button type="link" style={{ padding: 0 }} onClick={() => choose(row.organizationId)}>
          {branch}
        </Button>
      ),
    },
    {
      title: text('dashboards.attainment'),
      dataIndex: 'attainmentRate',
      width: 120,
      align: 'right',
      render: percentOf,
    },
    {
      title: text('dashboards.attained'),
      key: 'attained',
      width: 150,
      align: 'right',
      render: (_, { attained, owing }) => text('dashboards.ofPeople', { attained, people: owing }),
    },
    {
      title: text('dashboards.perHead'),
      dataIndex: 'hoursPerHead',
      width: 140,
      align: 'right',
      render: (hours: string) => format.hours(hours),
    },
  ];
  const off = pages.failure?.code === 'ranking_off';
  return (
    <Page
      title={text('dashboards.ranking')}
      subtitle={name}
      back={{ to: link(paths.overview()), label: text('dashboards.toOverview') }}
    >
      <AsOfNote />
      {off ? (
        <Empty
          action={may('organizations.read') && <Link to={link(paths.settings())}>{text('dashboards.toSettings')}</Link>}
        >
          {text('dashboards.rankingOff')}
        </Empty>
      ) : (
        <DataTable
          label={text('dashboards.ranking')}
          columns={columns}
          pages={pages}
          rowKey="organizationId"
          minWidth={720}
          empty={<Empty>{text('dashboards.noBranches')}</Empty>}
        />
      )}
    </Page>
  );
}
