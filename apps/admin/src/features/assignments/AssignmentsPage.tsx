import { PlusOutlined } from '@ant-design/icons';
import { assignments } from '@dangxiao/contracts';
import { refresh, useEndpointPages } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { ChoiceFilter, ListPage, useList, type ListColumn } from '../../app/list/index.ts';
import { paths } from '../../app/paths.ts';
import { useScope } from '../../app/shell/scope.tsx';
import { useAsked, When } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { AreaTabs } from './AreaTabs.tsx';
import css from './assignments.module.css';
import { AssignmentState, Filling, isFilling, type AssignmentRow } from './AssignmentState.tsx';
import { CreateAssignment } from './CreateAssignment.tsx';

const unfiltered = { q: '', state: '' };
const states = ['draft', 'publishing', 'published', 'withdrawn'] as const;

/** What is assigned in the scope, and how far the people are. */
export function Component() {
  const text = useText();
  const may = useMay();
  const client = useQueryClient();
  const { organizationId, name } = useScope();
  const list = useList(unfiltered);
  const [creating, setCreating] = useState(false);
  useAsked('create', () => setCreating(may('assignments.write')));
  const state = states.find((each) => each === list.values.state);
  const pages = useEndpointPages(
    assignments.listAssignments,
    { query: { organizationId, q: list.values.q || undefined, state } },
    { enabled: organizationId !== undefined, keepPrevious: true },
  );
  const filling = pages.items.some(isFilling);
  useEffect(() => {
    if (!filling) return;
    const timer = setInterval(() => void refresh(client, [assignments.listAssignments]), 1_500);
    return () => clearInterval(timer);
  }, [filling, client]);
  const columns: ListColumn<AssignmentRow>[] = [
    {
      key: 'title',
      role: 'name',
      title: text('assignments.name'),
      width: 280,
      by: ({ title }) => title,
      show: (row) => (
        <>
          <Link to={row.state === 'draft' ? paths.assignmentEditor(row.id) : paths.assignment(row.id)}>
            {row.title}
          </Link>
          <div className={css.hint}>
            {[
              text(row.required ? 'assignments.required' : 'assignments.elective'),
              text(`assignments.mode.${row.mode}`),
              row.organizationName,
            ].join(' · ')}
          </div>
        </>
      ),
    },
    {
      key: 'state',
      title: text('assignments.state.label'),
      width: 180,
      show: (row) => (isFilling(row) ? <Filling progress={row.progress} /> : <AssignmentState state={row.state} />),
    },
    {
      key: 'dueAt',
      title: text('assignments.due'),
      width: 170,
      by: ({ dueAt }) => dueAt,
      show: ({ dueAt }) => (dueAt ? <When at={dueAt} /> : text('assignments.noDue')),
    },
    {
      key: 'progress',
      title: text('assignments.progress'),
      width: 240,
      by: ({ counts: { assigned, finished } }) => (assigned === 0 ? null : finished / assigned),
      show: ({ state: now, counts: { assigned, finished, overdue } }) =>
        now !== 'draft' &&
        now !== 'withdrawn' && (
          <div className={css.numbers}>
            <div>{text('assignments.progressOf', { finished, assigned })}</div>
            <Progress
              aria-label={text('assignments.progress')}
              size="small"
              showInfo={false}
              percent={assigned === 0 ? 0 : (finished / assigned) * 100}
            />
            {overdue > 0 && <div className={css.late}>{text('assignments.late', { count: overdue })}</div>}
          </div>
        ),
    },
  ];
  return (
    <ListPage<AssignmentRow>
      name="assignments"
      title={text('assignments.title')}
      subtitle={[name, text('assignments.subtitle')].join(' · ')}
      actions={
        may('assignments.write') && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
            {text('assignments.create')}
          </Button>
        )
      }
      above={<AreaTabs />}
      columns={columns}
      pages={pages}
      list={list}
      search={list.search(text('assignments.search'))}
      filters={
        <ChoiceFilter
          list={list}
          name="state"
          label={text('assignments.state.label')}
          all={text('assignments.state.all')}
          choices={states}
          nameOf={(value) => text(`assignments.state.${value}`)}
        />
      }
      empty={text('assignments.none')}
      nothing={text('assignments.noneFound')}
    >
      {creating && organizationId && (
        <CreateAssignment organizationId={organizationId} onClose={() => setCreating(false)} />
      )}
    </ListPage>
  );
}
