import { reports, type ResponseOf } from '@dangxiao/contracts';
import { useEndpointPages } from '@dangxiao/web-kit';
import { Tag } from 'antd';
import { Link } from 'react-router';
import { ChoiceFilter, ListPage, useList, type ListColumn } from '../../app/list/index.ts';
import { paths } from '../../app/paths.ts';
import { AsOfNote } from '../../app/shell/AsOfNote.tsx';
import { useScope } from '../../app/shell/scope.tsx';
import { CountingNote, shareOf, When } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './dashboards.module.css';

type Row = ResponseOf<typeof reports.listTraining>['items'][number];
const noFilters = { state: '' };
const states = ['running', 'overdue'] as const;

function useColumns(): ListColumn<Row>[] {
  const text = useText();
  const { link } = useScope();
  const count = (key: 'assigned' | 'started' | 'finished' | 'overdue') => ({
    key,
    title: text(`dashboards.${key}`),
    align: 'right' as const,
    width: 96,
    by: (row: Row) => row[key],
    show: ({ [key]: value }: Row) =>
      key === 'overdue' && value > 0 ? <span className={css.warn}>{value}</span> : value,
  });
  return [
    {
      key: 'title',
      role: 'name',
      title: text('dashboards.assignment'),
      width: 260,
      by: ({ title }) => title,
      show: (row) => (
        <>
          <Link to={link(paths.trainingOf(row.assignmentId))}>{row.title}</Link>{' '}
          <Tag>{text(row.required ? 'dashboards.required' : 'dashboards.elective')}</Tag>
        </>
      ),
    },
    {
      key: 'organizationName',
      title: text('dashboards.by'),
      width: 150,
      ellipsis: true,
      by: ({ organizationName }) => organizationName,
    },
    {
      key: 'deadline',
      title: text('dashboards.deadline'),
      width: 150,
      by: ({ deadline }) => deadline,
      show: ({ deadline }) => (deadline ? <When at={deadline} /> : text('dashboards.noDeadline')),
    },
    count('assigned'),
    count('started'),
    count('finished'),
    count('overdue'),
    {
      key: 'share',
      title: text('dashboards.share'),
      align: 'right',
      width: 96,
      by: ({ finished, assigned }) => (assigned === 0 ? null : finished / assigned),
      show: ({ finished, assigned }) => shareOf(finished, assigned),
    },
  ];
}

/** Training that people of the organization had on the day, each with its figures. */
export function Component() {
  const text = useText();
  const { organizationId, name, asOf, link } = useScope();
  const list = useList(noFilters);
  const { state } = list.values;
  const pages = useEndpointPages(
    reports.listTraining,
    {
      params: { organizationId: organizationId ?? '' },
      query: { ...(asOf ? { asOf } : {}), state: states.find((one) => one === state), limit: 30 },
    },
    { enabled: organizationId !== undefined },
  );
  return (
    <ListPage<Row>
      name="training"
      title={text('dashboards.training')}
      subtitle={name}
      back={{ to: link(paths.overview()), label: text('dashboards.toOverview') }}
      above={
        <>
          <AsOfNote />
          {pages.first && <CountingNote counting={pages.first.counting} />}
        </>
      }
      columns={useColumns()}
      pages={pages}
      rowKey="assignmentId"
      list={list}
      filters={
        <ChoiceFilter
          list={list}
          name="state"
          label={text('dashboards.state')}
          all={text('dashboards.all')}
          choices={states}
          nameOf={(value) => text(value === 'running' ? 'dashboards.running' : 'dashboards.overdueOnly')}
        />
      }
      empty={text('dashboards.noTraining')}
      nothing={text('dashboards.noneSuch')}
    />
  );
}
