import { PlusOutlined } from '@ant-design/icons';
import { assignments } from '@dangxiao/contracts';
import { refresh, useEndpointPages } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress, type TableColumnsType } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useScope } from '../../app/shell/scope.tsx';
import { ChoiceFilter, DataTable, Empty, Page, SearchField, useAsked, useFilters, When } from '../../app/ui/index.ts';
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
  const [filters, change] = useFilters(unfiltered);
  const [creating, setCreating] = useState(false);
  useAsked('create', () => setCreating(may('assignments.write')));
  const state = states.find((each) => each === filters.state);
  const pages = useEndpointPages(
    assignments.listAssignments,
    { query: { organizationId, q: filters.q || undefined, state } },
    { enabled: organizationId !== undefined, keepPrevious: true },
  );
  const filling = pages.items.some(isFilling);
  useEffect(() => {
    if (!filling) return;
    const timer = setInterval(() => void refresh(client, [assignments.listAssignments]), 1_500);
    return () => clearInterval(timer);
  }, [filling, client]);
  const onSearch = useCallback((q: string) => change({ q }), [change]);
  const columns: TableColumnsType<AssignmentRow> = [
    {
      title: text('assignments.name'),
      render: (_, row) => (
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
      title: text('assignments.state.label'),
      width: 180,
      render: (_, row) =>
        isFilling(row) ? <Filling progress={row.progress} /> : <AssignmentState state={row.state} />,
    },
    {
      title: text('assignments.due'),
      width: 170,
      render: (_, row) => (row.dueAt ? <When at={row.dueAt} /> : text('assignments.noDue')),
    },
    {
      title: text('assignments.progress'),
      width: 240,
      render: (_, { state: now, counts: { assigned, finished, overdue } }) =>
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
  const filtered = filters.q !== '' || state !== undefined;
  return (
    <Page
      title={text('assignments.title')}
      subtitle={[name, text('assignments.subtitle')].join(' · ')}
      actions={
        may('assignments.write') && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
            {text('assignments.create')}
          </Button>
        )
      }
    >
      <AreaTabs />
      <DataTable<AssignmentRow>
        label={text('assignments.title')}
        columns={columns}
        pages={pages}
        minWidth={820}
        filters={
          <>
            <SearchField label={text('assignments.search')} value={filters.q} onChange={onSearch} />
            <ChoiceFilter
              label={text('assignments.state.label')}
              value={filters.state}
              all={text('assignments.state.all')}
              choices={states}
              nameOf={(value) => text(`assignments.state.${value}`)}
              onChange={(value) => change({ state: value })}
            />
          </>
        }
        empty={
          filtered ? (
            <Empty action={<Button onClick={() => change(unfiltered)}>{text('assignments.clear')}</Button>}>
              {text('assignments.noneFound')}
            </Empty>
          ) : (
            <Empty>{text('assignments.none')}</Empty>
          )
        }
      />
      {creating && organizationId && (
        <CreateAssignment organizationId={organizationId} onClose={() => setCreating(false)} />
      )}
    </Page>
  );
}
