import { assignments, type ResponseOf } from '@dangxiao/contracts';
import { TARGET_STATES, type TargetState } from '@dangxiao/domain';
import { refresh, useEndpointPages } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, DatePicker, Tag, type TableColumnsType } from 'antd';
import dayjs from 'dayjs';
import { useCallback, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { ExportButton } from '../../app/export/index.ts';
import { paths } from '../../app/paths.ts';
import { useScope } from '../../app/shell/scope.tsx';
import { ChoiceFilter, DataTable, Empty, SearchField, useFilters, When } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { isFilling } from './AssignmentState.tsx';
import type { Detail } from './editor/values.ts';
import { useLabels } from './use-labels.ts';
import css from './assignments.module.css';

type Row = ResponseOf<typeof assignments.listTargets>['items'][number];

const unfiltered = { q: '', targets: '', day: '', here: '' };
const colours: Record<TargetState, string> = {
  not_started: 'default',
  under_way: 'processing',
  finished: 'success',
  in_grace: 'orange',
  overdue: 'error',
  released: 'default',
};

/** The people of an assignment with how far they are and why; each leads to their record. */
export function Targets({ detail }: { detail: Detail }) {
  const text = useText();
  const may = useMay();
  const labels = useLabels();
  const { organizationId, name } = useScope();
  const [filters, change] = useFilters(unfiltered);
  const state = TARGET_STATES.find((one) => one === filters.targets);
  const here = filters.here === 'true' ? organizationId : undefined;
  const pages = useEndpointPages(assignments.listTargets, {
    params: { assignmentId: detail.id },
    query: { state, q: filters.q || undefined, organizationId: here, asOf: filters.day || undefined, limit: 50 },
  });
  useRereadWith(detail.counts);
  const onSearch = useCallback((q: string) => change({ q }), [change]);
  const columns: TableColumnsType<Row> = [
    {
      title: text('assignments.detail.person'),
      width: 110,
      render: (_, row) =>
        may('people.read') ? <Link to={paths.person(row.personId, 'record')}>{row.name}</Link> : row.name,
    },
    { title: text('assignments.detail.personOrganization'), dataIndex: 'organizationName', ellipsis: true },
    {
      title: text('assignments.state.label'),
      width: 120,
      render: (_, row) => <Tag color={colours[row.state]}>{text(`assignments.detail.targetState.${row.state}`)}</Tag>,
    },
    { title: text('assignments.detail.since'), width: 172, render: (_, row) => <When at={row.assignedAt} /> },
    {
      title: text('assignments.detail.done'),
      width: 172,
      render: (_, row) => row.finishedAt && <When at={row.finishedAt} />,
    },
    { title: text('assignments.detail.reasons'), render: (_, row) => labels.reasons(row.reasons) },
  ];
  return (
    <DataTable<Row>
      label={text('assignments.detail.people')}
      columns={columns}
      pages={pages}
      minWidth={940}
      filters={
        <>
          <SearchField label={text('assignments.detail.findPeople')} value={filters.q} onChange={onSearch} />
          <ChoiceFilter
            label={text('assignments.state.label')}
            value={filters.targets}
            all={text('assignments.detail.anyState')}
            choices={TARGET_STATES}
            nameOf={(value) => text(`assignments.detail.targetState.${value}`)}
            onChange={(targets) => change({ targets })}
          />
          <DatePicker
            aria-label={text('assignments.detail.asOf')}
            placeholder={text('assignments.detail.asOf')}
            value={filters.day ? dayjs(filters.day) : null}
            disabledDate={(day) => day.isAfter(dayjs(), 'day')}
            onChange={(day) => change({ day: day ? day.format('YYYY-MM-DD') : '' })}
          />
          {organizationId !== detail.organizationId && (
            <Checkbox
              checked={filters.here === 'true'}
              onChange={({ target }) => change({ here: target.checked ? 'true' : '' })}
            >
              {text('assignments.detail.onlyHere', { name: name ?? '' })}
            </Checkbox>
          )}
          {!here && !filters.day && (
            <span className={css.toTheRight}>
              <ExportButton
                offers={[
                  {
                    kind: 'targets',
                    query: {
                      assignmentId: detail.id,
                      ...(filters.q ? { q: filters.q } : {}),
                      ...(state ? { targetState: state } : {}),
                    },
                  },
                ]}
                names={{ [detail.id]: detail.title }}
              />
            </span>
          )}
        </>
      }
      empty={
        <Empty>{text(isFilling(detail) ? 'assignments.detail.stillFilling' : 'assignments.detail.noPeople')}</Empty>
      }
    />
  );
}

/** Whoever watches while people are assigned, begin and finish sees them as soon as the figures above do. */
function useRereadWith(counts: Detail['counts']): void {
  const client = useQueryClient();
  const counted = Object.values(counts).join();
  const shown = useRef(counted);
  useEffect(() => {
    if (shown.current === counted) return;
    shown.current = counted;
    void refresh(client, [assignments.listTargets]);
  }, [client, counted]);
}
