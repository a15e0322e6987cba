import { exams, type ResponseOf } from '@dangxiao/contracts';
import { useEndpointPages } from '@dangxiao/web-kit';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useScope } from '../../app/shell/scope.tsx';
import { DataTable, Empty, Page } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './exams.module.css';

type Row = ResponseOf<typeof exams.listExams>['items'][number];

export function Component() {
  const text = useText();
  const { organizationId, name } = useScope();
  const pages = useEndpointPages(
    exams.listExams,
    { query: { organizationId } },
    { enabled: organizationId !== undefined, keepPrevious: true },
  );
  const rate = (row: Row) => (row.attempts === 0 ? '—' : `${Math.round((row.passed / row.attempts) * 100)}%`);
  const columns: TableColumnsType<Row> = [
    { title: text('exams.title'), render: (_, row) => <Link to={paths.exam(row.id)}>{row.title}</Link> },
    {
      title: text('exams.where'),
      render: (_, row) => (
        <>
          <Link to={paths.course(row.courseId)}>{row.courseTitle}</Link>
          <div className={css.hint}>{row.unitTitle}</div>
        </>
      ),
    },
    {
      title: text('exams.facts'),
      width: 220,
      render: (_, row) => text('exams.factsOf', { draw: row.draw, minutes: row.minutes, pass: row.passPercent }),
    },
    { title: text('exams.attempts'), dataIndex: 'attempts', width: 90, align: 'right' },
    { title: text('exams.open'), dataIndex: 'open', width: 100, align: 'right' },
    { title: text('exams.rate'), width: 100, align: 'right', render: (_, row) => rate(row) },
  ];
  return (
    <Page title={text('app.nav.exams')} subtitle={name}>
      <DataTable<Row>
        label={text('app.nav.exams')}
        columns={columns}
        pages={pages}
        minWidth={860}
        empty={<Empty>{text('exams.none')}</Empty>}
      />
    </Page>
  );
}
