import { exams, type ResponseOf } from '@dangxiao/contracts';
import { useEndpoint, useEndpointPages, useFormat } from '@dangxiao/web-kit';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ChoiceFilter, ListPage, useList, type ListColumn } from '../../app/list/index.ts';
import { paths } from '../../app/paths.ts';
import { When } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { ExtraTimeModal } from './ExtraTimeModal.tsx';

const noFilters = { state: '' };
const states = ['open', 'handed_in', 'timed_out'] as const;
type Row = ResponseOf<typeof exams.listAttempts>['items'][number];

export function Component() {
  const { examId = '' } = useParams();
  const text = useText();
  const format = useFormat();
  const found = useEndpoint(exams.listExams, { query: { limit: 100 } });
  const exam = found.data?.items.find((each) => each.id === examId);
  const list = useList(noFilters);
  const state = states.find((each) => each === list.values.state);
  const pages = useEndpointPages(exams.listAttempts, { params: { examId }, query: state ? { state } : {} });
  const mayExtend = useMay()('exams.write');
  const columns: ListColumn<Row>[] = [
    {
      key: 'personName',
      role: 'name',
      title: text('exams.person'),
      width: 130,
      by: ({ personName }) => personName,
      show: (row) => <Link to={paths.person(row.personId, 'record')}>{row.personName}</Link>,
    },
    {
      key: 'organizationName',
      title: text('courses.organization'),
      by: ({ organizationName }) => organizationName,
    },
    {
      key: 'number',
      title: text('exams.number'),
      width: 90,
      align: 'right',
      by: (row) => row.number,
      show: (row) => text('exams.nth', { number: row.number }),
    },
    {
      key: 'startedAt',
      title: text('exams.started'),
      width: 160,
      by: ({ startedAt }) => startedAt,
      show: ({ startedAt }) => <When at={startedAt} />,
    },
    {
      key: 'deadline',
      title: text('exams.deadline'),
      width: 190,
      by: ({ deadline }) => deadline,
      show: (row) => (
        <>
          <When at={row.deadline} />{' '}
          {row.extraMinutes !== 0 && <Tag>{text('exams.extra', { count: row.extraMinutes })}</Tag>}
        </>
      ),
    },
    { key: 'state', title: text('exams.state.label'), width: 110, show: (row) => text(`exams.state.${row.state}`) },
    {
      key: 'score',
      title: text('exams.score'),
      width: 160,
      by: ({ scorePercent }) => scorePercent,
      show: (row) =>
        row.scorePercent === null ? (
          '—'
        ) : (
          <>
            {text('exams.points', { score: format.number(row.scorePercent) })}{' '}
            <Tag color={row.passed ? 'success' : 'default'}>{text(row.passed ? 'exams.passed' : 'exams.failed')}</Tag>
          </>
        ),
    },
  ];
  const [extending, setExtending] = useState<{ rows: readonly Row[]; done: () => void } | null>(null);
  // what has ended since it was chosen is chosen no more
  const bulk = {
    selectable: (row: Row) => row.state === 'open',
    nameOf: (row: Row) => row.personName,
    hint: text('exams.extraChoose'),
    actions: (rows: readonly Row[], done: () => void) => (
      <Button size="small" onClick={() => setExtending({ rows, done })}>
        {text('exams.extraFor', { count: rows.length })}
      </Button>
    ),
  };
  return (
    <ListPage<Row>
      name="attempts"
      title={exam?.title ?? text('exams.attempts')}
      label={text('exams.attempts')}
      subtitle={exam && `${exam.courseTitle} · ${exam.unitTitle}`}
      back={{ to: paths.exams(), label: text('app.nav.exams') }}
      columns={columns}
      pages={pages}
      list={list}
      filters={
        <ChoiceFilter
          list={list}
          name="state"
          label={text('exams.state.label')}
          all={text('exams.anyState')}
          choices={states}
          nameOf={(each) => text(`exams.state.${each}`)}
        />
      }
      bulk={mayExtend ? bulk : undefined}
      exporting={{ offers: [{ kind: 'attempts', query: { examId } }], names: { [examId]: exam?.title ?? '' } }}
      empty={text('exams.noAttempts')}
      nothing={text('exams.noneInState')}
    >
      {extending && (
        <ExtraTimeModal
          examId={examId}
          attempts={extending.rows}
          onClose={() => setExtending(null)}
          onDone={() => {
            setExtending(null);
            extending.done();
          }}
        />
      )}
    </ListPage>
  );
}
