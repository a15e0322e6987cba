import { exams, type ResponseOf } from '@dangxiao/contracts';
import { useEndpoint, useEndpointPages, useFormat } from '@dangxiao/web-kit';
import { Button, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ExportButton } from '../../app/export/index.ts';
import { paths } from '../../app/paths.ts';
import { ChoiceFilter, DataTable, Empty, Page, useFilters, When } from '../../app/ui/index.ts';
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
  const list = useEndpoint(exams.listExams, { query: { limit: 100 } });
  const exam = list.data?.items.find((each) => each.id === examId);
  const [filters, setFilters] = useFilters(noFilters);
  const state = states.find((each) => each === filters.state);
  const pages = useEndpointPages(exams.listAttempts, { params: { examId }, query: state ? { state } : {} });
  const [chosen, setChosen] = useState<readonly Row[]>([]);
  const [extending, setExtending] = useState<readonly Row[]>([]);
  const mayExtend = useMay()('exams.write');
  const open = pages.items.filter((row) => row.state === 'open');
  // what has ended since it was chosen is chosen no more
  const running = open.filter((row) => chosen.some(({ id }) => id === row.id));
  const columns: TableColumnsType<Row> = [
    {
      title: text('exams.person'),
      render: (_, row) => <Link to={paths.person(row.personId, 'record')}>{row.personName}</Link>,
    },
    { title: text('courses.organization'), dataIndex: 'organizationName' },
    {
      title: text('exams.number'),
      width: 90,
      align: 'right',
      render: (_, row) => text('exams.nth', { number: row.number }),
    },
    { title: text('exams.started'), width: 160, render: (_, row) => <When at={row.startedAt} /> },
    {
      title: text('exams.deadline'),
      width: 190,
      render: (_, row) => (
        <>
          <When at={row.deadline} />{' '}
          {row.extraMinutes !== 0 && <Tag>{text('exams.extra', { count: row.extraMinutes })}</Tag>}
        </>
      ),
    },
    { title: text('exams.state.label'), width: 110, render: (_, row) => text(`exams.state.${row.state}`) },
    {
      title: text('exams.score'),
      width: 160,
      render: (_, row) =>
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
  return (
    <Page
      title={exam?.title ?? text('exams.attempts')}
      subtitle={exam && `${exam.courseTitle} · ${exam.unitTitle}`}
      back={{ to: paths.exams(), label: text('app.nav.exams') }}
      actions={
        <ExportButton offers={[{ kind: 'attempts', query: { examId } }]} names={{ [examId]: exam?.title ?? '' }} />
      }
    >
      <DataTable<Row>
        label={text('exams.attempts')}
        columns={columns}
        pages={pages}
        minWidth={1060}
        empty={<Empty>{text(state ? 'exams.noneInState' : 'exams.noAttempts')}</Empty>}
        filters={
          <>
            <ChoiceFilter
              label={text('exams.state.label')}
              value={filters.state}
              all={text('exams.anyState')}
              choices={states}
              nameOf={(each) => text(`exams.state.${each}`)}
              onChange={(chosenState) => setFilters({ state: chosenState })}
            />
            {mayExtend && open.length > 0 && (
              <Button disabled={running.length === 0} onClick={() => setExtending(running)}>
                {running.length === 0 ? text('exams.extraChoose') : text('exams.extraFor', { count: running.length })}
              </Button>
            )}
          </>
        }
        {...(mayExtend && open.length > 0
          ? {
              selection: {
                selectedRowKeys: running.map(({ id }) => id),
                onChange: (_, rows) => setChosen(rows),
                getCheckboxProps: (row) => ({
                  disabled: row.state !== 'open',
                  'aria-label': row.personName,
                }),
              },
            }
          : {})}
      />
      {extending.length > 0 && (
        <ExtraTimeModal
          examId={examId}
          attempts={extending}
          onClose={() => setExtending([])}
          onDone={() => {
            setExtending([]);
            setChosen([]);
          }}
        />
      )}
    </Page>
  );
}
