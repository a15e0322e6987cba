import type { reports, ResponseOf } from '@dangxiao/contracts';
import { Button, Table } from 'antd';
import { useScope } from '../../app/shell/scope.tsx';
import { Legend, shareOf, ShareBars, Twin, type ShareBar } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';

type Row = ResponseOf<typeof reports.getTraining>['children'][number];

const part = (count: number, whole: number) => (whole === 0 ? 0 : count / whole);

/** Finished, late, and begun but neither: what is left of the bar has not begun. */
const partsOf = ({ assigned, started, finished, overdue }: Row): ShareBar['parts'] => [
  { share: part(finished, assigned), tone: 'main' },
  overdue > 0
    ? { share: part(overdue, assigned), tone: 'warn' }
    : { share: part(Math.max(0, started - finished), assigned), tone: 'light' },
];

/** How far each child organization is. */
export function Children({ rows }: { rows: Row[] }) {
  const text = useText();
  const { choose } = useScope();
  const late = rows.some(({ overdue }) => overdue > 0);
  const number = (key: 'assigned' | 'started' | 'finished' | 'overdue') => ({
    title: text(`dashboards.${key}`),
    dataIndex: key,
    align: 'right' as const,
    width: 110,
    sorter: (a: Row, b: Row) => a[key] - b[key],
  });
  return (
    <Twin
      title={text('dashboards.byChildren')}
      empty={rows.length === 0 && text('dashboards.noChildren')}
      chart={
        <>
          <Legend
            entries={[
              { tone: 'main', name: text('dashboards.finished') },
              late
                ? { tone: 'warn', name: text('dashboards.overdue') }
                : { tone: 'light', name: text('dashboards.trained.under_way') },
            ]}
          />
          <ShareBars
            enter={(name) => text('dashboards.enter', { name })}
            onEnter={choose}
            rows={rows.map((row) => ({
              key: row.organizationId,
              name: row.name,
              parts: partsOf(row),
              value: shareOf(row.finished, row.assigned),
              note: text('dashboards.ofPeople', { attained: row.finished, people: row.assigned }),
            }))}
          />
        </>
      }
      table={
        <Table<Row>
          rowKey="organizationId"
          size="small"
          pagination={rows.length > 20 ? { pageSize: 20 } : false}
          dataSource={rows}
          columns={[
            {
              title: text('dashboards.organization'),
              dataIndex: 'name',
              render: (name: string, row) => (
                <Button type="link" size="small" style={{ padding: 0 }} onClick={() => choose(row.organizationId)}>
                  {name}
                </Button>
              ),
            },
            number('assigned'),
            number('started'),
            number('finished'),
            number('overdue'),
            {
              title: text('dashboards.share'),
              key: 'share',
              align: 'right',
              width: 120,
              sorter: (a, b) => part(a.finished, a.assigned) - part(b.finished, b.assigned),
              render: (_, row) => shareOf(row.finished, row.assigned),
            },
          ]}
        />
      }
    />
  );
}
