import { PlusOutlined } from '@ant-design/icons';
import { catalog, type ResponseOf } from '@dangxiao/contracts';
import { useEndpointPages, useFormat } from '@dangxiao/web-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ChoiceFilter, ListPage, useList, type ListColumn } from '../../app/list/index.ts';
import { paths } from '../../app/paths.ts';
import { useScope } from '../../app/shell/scope.tsx';
import { useAsked, When } from '../../app/ui/index.ts';
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
  const list = useList(unfiltered);
  const [creating, setCreating] = useState(false);
  useAsked('create', () => setCreating(may('courses.write')));
  const state = states.find((each) => each === list.values.state);
  const pages = useEndpointPages(
    catalog.listCourses,
    { query: { organizationId, q: list.values.q || undefined, state } },
    { enabled: organizationId !== undefined, keepPrevious: true },
  );
  const columns: ListColumn<Row>[] = [
    {
      key: 'title',
      role: 'name',
      title: text('courses.title'),
      width: 240,
      by: ({ title }) => title,
      show: ({ id, title }) => <Link to={paths.course(id)}>{title}</Link>,
    },
    {
      key: 'state',
      title: text('courses.state.label'),
      width: 104,
      show: (row) => <CourseState state={row.state} />,
    },
    {
      key: 'organizationName',
      title: text('courses.organization'),
      width: 170,
      ellipsis: true,
      by: ({ organizationName }) => organizationName,
    },
    {
      key: 'lessonCount',
      title: text('courses.lessons'),
      width: 90,
      align: 'right',
      by: ({ lessonCount }) => lessonCount,
    },
    {
      key: 'durationMs',
      title: text('courses.length'),
      width: 110,
      align: 'right',
      by: ({ durationMs }) => durationMs,
      show: ({ durationMs }) => format.length(durationMs),
    },
    {
      key: 'learnerCount',
      title: text('courses.learners'),
      width: 90,
      align: 'right',
      by: ({ learnerCount }) => learnerCount,
    },
    {
      key: 'updatedAt',
      title: text('courses.changed'),
      width: 150,
      by: ({ updatedAt }) => updatedAt,
      show: ({ updatedAt }) => <When at={updatedAt} />,
    },
  ];
  return (
    <ListPage<Row>
      name="courses"
      title={text('app.nav.courses')}
      subtitle={name}
      actions={
        may('courses.write') && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
            {text('courses.create')}
          </Button>
        )
      }
      columns={columns}
      pages={pages}
      list={list}
      search={list.search(text('courses.search'))}
      filters={
        <ChoiceFilter
          list={list}
          name="state"
          label={text('courses.state.label')}
          all={text('courses.state.all')}
          choices={states}
          nameOf={(value) => text(`courses.state.${value}`)}
        />
      }
      empty={text('courses.none')}
      nothing={text('courses.noneFound')}
    >
      {organizationId && (
        <CreateCourse open={creating} organizationId={organizationId} onClose={() => setCreating(false)} />
      )}
    </ListPage>
  );
}
