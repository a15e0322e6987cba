import { people } from '@dangxiao/contracts';
import { useEndpointPages, useErrorText, useMutationOf } from '@dangxiao/web-kit';
import { App, Button, Select, Tag } from 'antd';
import type { ImportColumn } from '@dangxiao/domain';
import { useState } from 'react';
import { ListTable, type ListColumn } from '../../app/list/index.ts';
import { useFilters } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { EditableCell } from './EditableCell.tsx';
import css from './imports.module.css';
import { importReads, type Import, type Row } from './reads.ts';
import { useImportLabels } from './labels.ts';

const shown = ['all', 'wrong', 'create', 'update', 'move', 'nothing', 'skipped'] as const;
const colours = { create: 'green', update: 'blue', move: 'purple', nothing: 'default' } as const;
const noFilters = { show: '', problem: '' };

/** The lines of the file: narrowed to one outcome or problem, each cell to be corrected in its place. */
export function RowsTable({ data }: { data: Import }) {
  const text = useText();
  const labels = useImportLabels();
  const errors = useErrorText();
  const { message } = App.useApp();
  const [filters, setFilters] = useFilters(noFilters);
  const wrong = data.counts?.wrong ?? 0;
  const show = shown.find((one) => one === filters.show) ?? (wrong > 0 ? 'wrong' : 'all');
  const problem = data.problems.some(({ code }) => code === filters.problem) ? filters.problem : '';
  const action = show === 'create' || show === 'update' || show === 'move' || show === 'nothing' ? show : undefined;
  const pages = useEndpointPages(people.listImportRows, {
    params: { importId: data.id },
    query: {
      limit: 50,
      ...(show === 'wrong' ? { wrong: 'true' as const } : {}),
      ...(show === 'skipped' ? { skipped: 'true' as const } : {}),
      ...(action ? { action } : {}),
      ...(problem && show === 'wrong' ? { problem } : {}),
    },
  });
  // What is wrong stands where it is seen, and stays there while one problem after the other goes.
  const [troubled] = useState(() => new Set(data.problems.map(({ column }) => column)));
  const placeOf = (column: ImportColumn) => (column === 'name' ? 0 : troubled.has(column) ? 1 : 2);
  const repair = useMutationOf(people.repairImportRow, {
    refreshes: importReads,
    onFailed: (failure) => void message.error(errors.of(failure)),
  });
  const change = (row: Row, body: { cells?: Partial<Record<ImportColumn, string>>; skipped?: boolean }) =>
    repair.mutateAsync({ params: { importId: data.id, row: row.row }, body }).catch(() => undefined);
  const columns: ListColumn<Row>[] = [
    { key: 'row', role: 'name', title: text('imports.rowNumber'), width: 70, fixed: 'left' },
    {
      key: 'action',
      title: text('imports.action'),
      width: 110,
      show: (row) => {
        const outcome = row.skipped ? 'skipped' : (row.action ?? 'wrong');
        const colour = row.skipped ? 'default' : row.action ? colours[row.action] : 'red';
        return <Tag color={colour}>{text(`imports.rowAction.${outcome}`)}</Tag>;
      },
    },
    ...(show === 'wrong' ? [...data.columns].sort((a, b) => placeOf(a) - placeOf(b)) : data.columns).map((column) => ({
      key: column,
      title: labels.heading(data.kind, column),
      width: column === 'identityNumber' || column === 'name' ? 190 : 165,
      show: (row: Row) => (
        <EditableCell
          kind={data.kind}
          column={column}
          row={row}
          onSave={async (value) => {
            const saved = await change(row, { cells: { [column]: value } });
            if (saved) void message.success(text('imports.repaired', { row: row.row }));
          }}
        />
      ),
    })),
    {
      key: 'skip',
      role: 'actions',
      title: text('organizations.actions'),
      width: 110,
      fixed: 'right',
      show: (row) => (
        <Button
          size="small"
          aria-label={text(row.skipped ? 'imports.takeNamed' : 'imports.skipNamed', { row: row.row })}
          onClick={() => void change(row, { skipped: !row.skipped })}
        >
          {text(row.skipped ? 'imports.take' : 'imports.skip')}
        </Button>
      ),
    },
  ];
  const count = (one: (typeof shown)[number]) => (one === 'all' ? (data.counts?.rows ?? 0) : (data.counts?.[one] ?? 0));
  return (
    <>
      <div className={css.counts} role="group" aria-label={text('imports.result')}>
        {shown
          .filter((one) => one === 'all' || one === show || count(one) > 0)
          .map((one) => (
            <button
              key={one}
              type="button"
              className={[css.count, one === 'wrong' && count(one) > 0 ? css.bad : ''].join(' ')}
              aria-pressed={one === show}
              onClick={() => setFilters({ show: one, problem: '' })}
            >
              {text(`imports.count.${one}`)}
              <strong>{count(one)}</strong>
            </button>
          ))}
      </div>
      <ListTable<Row>
        name={`import-${data.kind}`}
        label={text('imports.count.all')}
        columns={columns}
        pages={pages}
        rowKey="row"
        filters={
          show === 'wrong' &&
          data.problems.length > 0 && (
            <Select
              aria-label={text('imports.problemFilter')}
              value={problem}
              style={{ width: 460, maxWidth: '100%' }}
              onChange={(value) => setFilters({ problem: value })}
              options={[
                { value: '', label: text('imports.allProblems') },
                ...data.problems.map(({ column, code, count: n }) => ({
                  value: code,
                  key: `${column} ${code}`,
                  label: text('imports.problemOf', {
                    column: labels.heading(data.kind, column),
                    problem: labels.problemKind(code),
                    count: n,
                  }),
                })),
              ]}
            />
          )
        }
        empty={text('imports.noRows')}
      />
    </>
  );
}
