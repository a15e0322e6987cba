import { PlusOutlined } from '@ant-design/icons';
import { catalog, type ResponseOf } from '@dangxiao/contracts';
import { useEndpointPages, useFormat } from '@dangxiao/web-kit';
import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useScope } from '../../app/shell/scope.tsx';
import { ChoiceFilter, DataTable, Empty, Page, SearchField, useAsked, useFilters, When } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { CourseState } from './CourseState.tsx';
import { CreateCourse } from './CreateCourse.tsx';

type Row = ResponseOf<typeof catalog.listCourses>['items'][number];
const unfiltered = { q: '', state: '' };
const states = ['draft', 'published', 'archived'] as const;

export function Component() {
  const text = useText();
  const format = useFormat();
  const may = useMay();
  const { organizationId, name } = useScope();
  const [filters, change] = useFilters(unfiltered);
  const [creating, setCreating] = useState(false);
  useAsked('create', () => setCreating(may('courses.write')));
  const state = states.find((each) => each === filters.state);
  const pages = useEndpointPages(
    catalog.listCourses,
    { query: { organizationId, q: filters.q || undefined, state } },
    { enabled: organizationId !== undefined, keepPrevious: true },
  );
  const columns: TableColumnsType<Row> = [
    { title: text('courses.title'), render: (_, row) => <Link to={paths.course(row.id)}>{row.title}</Link> },
    { title: text('courses.state.label'), width: 104, render: (_, row) => <CourseState state={row.state} /> },
    { title: text('courses.organization'), dataIndex: 'organizationName', width: 170, ellipsis: true },
    { title: text('courses.lessons'), dataIndex: 'lessonCount', width: 90, align: 'right' },
    { title: text('courses.length'), width: 100, align: 'right', render: (_, row) => format.length(row.durationMs) },
    { title: text('courses.learners'), dataIndex: 'learnerCount', width: 90, align: 'right' },
    { title: text('courses.changed'), width: 150, render: (_, row) => <When at={row.updatedAt} /> },
  ];
  const filtered = filters.q !== '' || state !== undefined;
  return (
    <Page
      title={text('app.nav.courses')}
      subtitle={name}
      actions={
        may('courses.write') && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
            {text('courses.create')}
          </Button>
        )
      }
    >
      <DataTable<Row>
        label={text('app.nav.courses')}
        columns={columns}
        pages={pages}
        minWidth={860}
        filters={
          <>
            <SearchField label={text('courses.search')} value={filters.q} onChange={(q) => change({ q })} />
            <ChoiceFilter
              label={text('courses.state.label')}
              value={filters.state}
              all={text('courses.state.all')}
              choices={states}
              nameOf={(value) => text(`courses.state.${value}`)}
              onChange={(value) => change({ state: value })}
            />
          </>
        }
        empty={<Empty>{text(filtered ? 'courses.noneFound' : 'courses.none')}</Empty>}
      />
      {organizationId && (
        <CreateCourse open={creating} organizationId={organizationId} onClose={() => setCreating(false)} />
      )}
    </Page>
  );
}
