import { exams, type ResponseOf } from '@dangxiao/contracts';
import { useEndpoint, useEndpointPages, useFormat } from '@dangxiao/web-kit';
import { Tag, type TableColumnsType } from 'antd';
import { Link, useParams } from 'react-router';
import { ExportButton } from '../../app/export/index.ts';
import { paths } from '../../app/paths.ts';
import { DataTable, Empty, Page, When } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';

type Row = ResponseOf<typeof exams.listSittings>['items'][number];

export function Component() {
  const { examId = '' } = useParams();
  const text = useText();
  const format = useFormat();
  const list = useEndpoint(exams.listExams, { query: { limit: 100 } });
  const exam = list.data?.items.find((each) => each.id === examId);
  const pages = useEndpointPages(exams.listSittings, { params: { examId } });
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
      title={exam?.title ?? text('exams.sittings')}
      subtitle={exam && `${exam.courseTitle} · ${exam.unitTitle}`}
      back={{ to: paths.exams(), label: text('app.nav.exams') }}
      actions={
        <ExportButton offers={[{ kind: 'sittings', query: { examId } }]} names={{ [examId]: exam?.title ?? '' }} />
      }
    >
      <DataTable<Row>
        label={text('exams.sittings')}
        columns={columns}
        pages={pages}
        minWidth={860}
        empty={<Empty>{text('exams.noSittings')}</Empty>}
      />
    </Page>
  );
}
