import { reports, standingState, type ResponseOf } from '@dangxiao/contracts';
import { useEndpointPages, useFormat } from '@dangxiao/web-kit';
import { Tag } from 'antd';
import { ChoiceFilter, ListPage, useList, type ListColumn } from '../../app/list/index.ts';
import { paths } from '../../app/paths.ts';
import { AsOfNote } from '../../app/shell/AsOfNote.tsx';
import { useScope } from '../../app/shell/scope.tsx';
import { useFilters } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { usePersonColumns } from './use-person-columns.tsx';

type Row = ResponseOf<typeof reports.listStandings>['items'][number];
const noFilters = { state: '', q: '' };
const usual = { sort: 'missing' };
const tones = { behind: 'warning', attained: 'success', exempt: 'default' } as const;

function useColumns(): ListColumn<Row>[] {
  const text = useText();
  const format = useFormat();
  const hours = (title: string, key: 'centralised' | 'online' | 'missing') => ({
    key,
    title,
    align: 'right' as const,
    width: 130,
    show: ({ [key]: value }: Row) => format.number(value),
  });
  return [
    ...usePersonColumns<Row>('ascend'),
    {
      key: 'state',
      title: text('dashboards.state'),
      width: 130,
      show: ({ state }) => <Tag color={tones[state]}>{text(`dashboards.standing.${state}`)}</Tag>,
    },
    hours(text('dashboards.centralised'), 'centralised'),
    hours(text('dashboards.online'), 'online'),
    { ...hours(text('dashboards.missing'), 'missing'), sorted: 'descend' },
  ];
}

/** Who stands where on the day, down to the record of each. */
export function Component() {
  const text = useText();
  const { organizationId, name, asOf, link } = useScope();
  const list = useList(noFilters);
  const { state, q } = list.values;
  const [{ sort }] = useFilters(usual);
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
  return (
    <ListPage<Row>
      name="standings"
      title={text('dashboards.people')}
      subtitle={name}
      back={{ to: link(paths.overview()), label: text('dashboards.toOverview') }}
      above={<AsOfNote />}
      columns={useColumns()}
      pages={pages}
      rowKey="personId"
      list={list}
      search={list.search(text('dashboards.search'))}
      filters={
        <ChoiceFilter
          list={list}
          name="state"
          label={text('dashboards.state')}
          all={text('dashboards.anyState')}
          choices={standingState.options}
          nameOf={(value) => text(`dashboards.standing.${value}`)}
        />
      }
      usualOrder="missing"
      empty={text('dashboards.nobody')}
      nothing={text('dashboards.nobody')}
    />
  );
}
