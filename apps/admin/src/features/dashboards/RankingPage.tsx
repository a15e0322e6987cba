import { reports, type ResponseOf } from '@dangxiao/contracts';
import { useEndpointPages, useFormat } from '@dangxiao/web-kit';
import { Button } from 'antd';
import { Link } from 'react-router';
import { ListPage, type ListColumn } from '../../app/list/index.ts';
import { paths } from '../../app/paths.ts';
import { AsOfNote } from '../../app/shell/AsOfNote.tsx';
import { useScope } from '../../app/shell/scope.tsx';
import { Empty, Page, percentOf } from '../../app/ui/index.ts';
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
  const columns: ListColumn<Row>[] = [
    { key: 'rank', title: text('dashboards.rank'), width: 90, align: 'right', by: ({ rank }) => rank },
    {
      key: 'name',
      role: 'name',
      title: text('dashboards.organization'),
      width: 240,
      by: (row) => row.name,
      show: (row) => (
        <Button type="link" style={{ padding: 0 }} onClick={() => choose(row.organizationId)}>
          {row.name}
        </Button>
      ),
    },
    {
      key: 'attainmentRate',
      title: text('dashboards.attainment'),
      width: 120,
      align: 'right',
      show: ({ attainmentRate }) => percentOf(attainmentRate),
    },
    {
      key: 'attained',
      title: text('dashboards.attained'),
      width: 150,
      align: 'right',
      by: ({ attained }) => attained,
      show: ({ attained, owing }) => text('dashboards.ofPeople', { attained, people: owing }),
    },
    {
      key: 'hoursPerHead',
      title: text('dashboards.perHead'),
      width: 140,
      align: 'right',
      by: ({ hoursPerHead }) => Number(hoursPerHead),
      show: ({ hoursPerHead }) => format.hours(hoursPerHead),
    },
  ];
  const page = {
    title: text('dashboards.ranking'),
    subtitle: name,
    back: { to: link(paths.overview()), label: text('dashboards.toOverview') },
  };
  if (pages.failure?.code === 'ranking_off')
    return (
      <Page {...page}>
        <AsOfNote />
        <Empty
          action={may('organizations.read') && <Link to={link(paths.settings())}>{text('dashboards.toSettings')}</Link>}
        >
          {text('dashboards.rankingOff')}
        </Empty>
      </Page>
    );
  return (
    <ListPage<Row>
      {...page}
      name="ranking"
      above={<AsOfNote />}
      columns={columns}
      pages={pages}
      rowKey="organizationId"
      empty={text('dashboards.noBranches')}
    />
  );
}
