import { assignments, type ResponseOf } from '@dangxiao/contracts';
import { TARGET_STATES, type TargetState } from '@dangxiao/domain';
import { refresh, useEndpointPages } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { DatePicker, Tag } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { ChoiceFilter, FlagFilter, ListTable, useList, type ListColumn } from '../../app/list/index.ts';
import { paths } from '../../app/paths.ts';
import { useScope } from '../../app/shell/scope.tsx';
import { When } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { isFilling } from './AssignmentState.tsx';
import type { Detail } from './editor/values.ts';
import { useLabels } from './use-labels.ts';

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
  const list = useList(unfiltered);
  const state = TARGET_STATES.find((one) => one === list.values.targets);
  const here = list.values.here === 'true' ? organizationId : undefined;
  const pages = useEndpointPages(assignments.listTargets, {
    params: { assignmentId: detail.id },
    query: {
      state,
      q: list.values.q || undefined,
      organizationId: here,
      asOf: list.values.day || undefined,
      limit: 50,
    },
  });
  useRereadWith(detail.counts);
  const columns: ListColumn<Row>[] = [
    {
      key: 'name',
      role: 'name',
      title: text('assignments.detail.person'),
      width: 110,
      by: (row) => row.name,
      show: (row) =>
        may('people.read') ? <Link to={paths.person(row.personId, 'record')}>{row.name}</Link> : row.name,
    },
    {
      key: 'organizationName',
      title: text('assignments.detail.personOrganization'),
      ellipsis: true,
      by: ({ organizationName }) => organizationName,
    },
    {
      key: 'state',
      title: text('assignments.state.label'),
      width: 120,
      show: (row) => <Tag color={colours[row.state]}>{text(`assignments.detail.targetState.${row.state}`)}</Tag>,
    },
    {
      key: 'assignedAt',
      title: text('assignments.detail.since'),
      width: 172,
      by: ({ assignedAt }) => assignedAt,
      show: ({ assignedAt }) => <When at={assignedAt} />,
    },
    {
      key: 'finishedAt',
      title: text('assignments.detail.done'),
      width: 172,
      by: ({ finishedAt }) => finishedAt,
      show: ({ finishedAt }) => finishedAt && <When at={finishedAt} />,
    },
    {
      key: 'reasons',
      title: text('assignments.detail.reasons'),
      width: 220,
      show: (row) => labels.reasons(row.reasons),
    },
  ];
  const { q, day } = list.values;
  return (
    <ListTable<Row>
      name="targets"
      label={text('assignments.detail.people')}
      columns={columns}
      pages={pages}
      list={list}
      search={list.search(text('assignments.detail.findPeople'))}
      filters={
        <>
          <ChoiceFilter
            list={list}
            name="targets"
            label={text('assignments.state.label')}
            all={text('assignments.detail.anyState')}
            choices={TARGET_STATES}
            nameOf={(value) => text(`assignments.detail.targetState.${value}`)}
          />
          <DatePicker
            aria-label={text('assignments.detail.asOf')}
            placeholder={text('assignments.detail.asOf')}
            value={day ? dayjs(day) : null}
            disabledDate={(one) => one.isAfter(dayjs(), 'day')}
            onChange={(chosen) => list.change({ day: chosen ? chosen.format('YYYY-MM-DD') : '' })}
          />
          {organizationId !== detail.organizationId && (
            <FlagFilter list={list} name="here">
              {text('assignments.detail.onlyHere', { name: name ?? '' })}
            </FlagFilter>
          )}
        </>
      }
      exporting={
        here || day
          ? undefined
          : {
              offers: [
                {
                  kind: 'targets',
                  query: { assignmentId: detail.id, ...(q ? { q } : {}), ...(state ? { targetState: state } : {}) },
                },
              ],
              names: { [detail.id]: detail.title },
            }
      }
      empty={text(isFilling(detail) ? 'assignments.detail.stillFilling' : 'assignments.detail.noPeople')}
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
