import { exams, type ResponseOf } from '@dangxiao/contracts';
import { useEndpointPages } from '@dangxiao/web-kit';
import { Link } from 'react-router';
import { ListPage, type ListColumn } from '../../app/list/index.ts';
import { paths } from '../../app/paths.ts';
import { useScope } from '../../app/shell/scope.tsx';
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
  const rateOf = (row: Row) => (row.attempts === 0 ? null : row.passed / row.attempts);
  const rate = (row: Row) => (row.attempts === 0 ? '—' : `${Math.round((row.passed / row.attempts) * 100)}%`);
  const columns: ListColumn<Row>[] = [
    {
      key: 'title',
      role: 'name',
      title: text('exams.title'),
      width: 200,
      by: ({ title }) => title,
      show: ({ id, title }) => <Link to={paths.exam(id)}>{title}</Link>,
    },
    {
      key: 'where',
      title: text('exams.where'),
      width: 240,
      by: ({ courseTitle }) => courseTitle,
      show: (row) => (
        <>
          <Link to={paths.course(row.courseId)}>{row.courseTitle}</Link>
          <div className={css.hint}>{row.unitTitle}</div>
        </>
      ),
    },
    {
      key: 'facts',
      title: text('exams.facts'),
      width: 220,
      show: (row) => text('exams.factsOf', { draw: row.draw, minutes: row.minutes, pass: row.passPercent }),
    },
    {
      key: 'attempts',
      title: text('exams.attempts'),
      width: 100,
      align: 'right',
      by: ({ attempts }) => attempts,
    },
    { key: 'open', title: text('exams.open'), width: 110, align: 'right', by: ({ open }) => open },
    { key: 'rate', title: text('exams.rate'), width: 110, align: 'right', by: rateOf, show: rate },
  ];
  return (
    <ListPage<Row>
      name="exams"
      title={text('app.nav.exams')}
      subtitle={name}
      columns={columns}
      pages={pages}
      empty={text('exams.none')}
    />
  );
}
