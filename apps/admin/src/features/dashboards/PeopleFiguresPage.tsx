import { reports, standingState, type ResponseOf } from '@dangxiao/contracts';
import { useEndpointPages, useFormat } from '@dangxiao/web-kit';
import { Button, Select, Tag, type TableColumnsType } from 'antd';
import { useCallback } from 'react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { AsOfNote } from '../../app/shell/AsOfNote.tsx';
import { useScope } from '../../app/shell/scope.tsx';
import { ChoiceFilter, DataTable, Empty, Page, SearchField, useFilters } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';

type Row = ResponseOf<typeof reports.listStandings>['items'][number];
const noFilters = { state: '', sort: 'missing', q: '' };
const sorts = ['missing', 'name'] as const;
const tones = { behind: 'warning', attained: 'success', exempt: 'default' } as const;

function useColumns(): TableColumnsType<Row> {
  const text = useText();
  const format = useFormat();
  const hours = (title: string, key: 'centralised' | 'online' | 'missing') => ({
    title,
    dataIndex: key,
    align: 'right' as const,
    width: 130,
    render: (value: string) => format.number(value),
  });
  return [
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
      render: (state: Row['state']) => <Tag color={tones[state]}>{text(`dashboards.standing.${state}`)}</Tag>,
    },
    hours(text('dashboards.centralised'), 'centralised'),
    hours(text('dashboards.online'), 'online'),
    hours(text('dashboards.missing'), 'missing'),
  ];
}

/** Who stands where on the day, down to the record of each. */
export function Component() {
  const text = useText();
  const { organizationId, name, asOf, link } = useScope();
  const [{ state, sort, q }, setFilters] = useFilters(noFilters);
  const pages = useEndpointPages(
    reports.listStandings,
    {
      params: { organizationId: organizationId ?? '' },
      query: {
        ...(asOf ? { asOf } : {}),
        state: standingState.safeParse(state).data,
        sort: sort === 'name' ? 'name' : 'missing',
        ...(q ? { q } : {}),
        limit: 50,
      },
    },
    { enabled: organizationId !== undefined },
  );
  const onSearch = useCallback((value: string) => setFilters({ q: value }), [setFilters]);
  return (
    <Page
      title={text('dashboards.people')}
      subtitle={name}
      back={{ to: link(paths.overview()), label: text('dashboards.toOverview') }}
    >
      <AsOfNote />
      <DataTable
        label={text('dashboards.people')}
        columns={useColumns()}
        pages={pages}
        rowKey="personId"
        minWidth={860}
        filters={
          <>
            <SearchField label={text('dashboards.search')} value={q} onChange={onSearch} />
            <ChoiceFilter
              label={text('dashboards.state')}
              value={state}
              all={text('dashboards.anyState')}
              choices={standingState.options}
              nameOf={(value) => text(`dashboards.standing.${value}`)}
              onChange={(value) => setFilters({ state: value })}
            />
            <Select
              aria-label={text('dashboards.sort')}
              value={sort}
              style={{ width: 180 }}
              onChange={(value) => setFilters({ sort: value })}
              options={sorts.map((value) => ({ value, label: text(`dashboards.sortBy.${value}`) }))}
            />
          </>
        }
        empty={
          <Empty action={<Button onClick={() => setFilters(noFilters)}>{text('dashboards.clear')}</Button>}>
            {text('dashboards.nobody')}
          </Empty>
        }
      />
    </Page>
  );
}
