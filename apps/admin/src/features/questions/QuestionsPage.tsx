import { PlusOutlined } from '@ant-design/icons';
import { questions, type ResponseOf } from '@dangxiao/contracts';
import { call, refresh, useEndpointPages } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useScope } from '../../app/shell/scope.tsx';
import {
  ChoiceFilter,
  DataTable,
  Empty,
  Page,
  SearchField,
  useAsked,
  useConfirm,
  useFilters,
  When,
} from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { QuestionDrawer } from './QuestionDrawer.tsx';

export type Question = ResponseOf<typeof questions.listQuestions>['items'][number];
const unfiltered = { q: '', kind: '' };
const kinds = ['single', 'multiple', 'true_false'] as const;

export function Component() {
  const text = useText();
  const may = useMay();
  const confirm = useConfirm();
  const client = useQueryClient();
  const { organizationId, name } = useScope();
  const [filters, change] = useFilters(unfiltered);
  const [editing, setEditing] = useState<Question | 'new' | null>(null);
  const kind = kinds.find((each) => each === filters.kind);
  const query = { organizationId, q: filters.q || undefined, kind };
  const pages = useEndpointPages(
    questions.listQuestions,
    { query },
    { enabled: organizationId !== undefined, keepPrevious: true },
  );
  const writes = may('questions.write');
  useAsked('create', () => setEditing(writes ? 'new' : null));
  const archive = (question: Question) =>
    confirm({
      title: text('questions.archiveTitle', { text: question.text }),
      consequence: text('questions.archiveConsequence', { count: question.usedInExams }),
      action: text('questions.archive'),
      danger: true,
      run: async () => {
        await call(questions.archiveQuestion, { params: { questionId: question.id } });
        await refresh(client, [questions.listQuestions]);
      },
    });
  const columns: TableColumnsType<Question> = [
    {
      title: text('questions.kind.label'),
      width: 140,
      render: (_, row) => <Tag>{text(`questions.kind.${row.kind}`)}</Tag>,
    },
    {
      title: text('questions.text'),
      render: (_, row) =>
        writes ? (
          <Button
            type="link"
            style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'left' }}
            onClick={() => setEditing(row)}
          >
            {row.text}
          </Button>
        ) : (
          row.text
        ),
    },
    { title: text('questions.inExams'), width: 120, align: 'right', dataIndex: 'usedInExams' },
    { title: text('courses.changed'), width: 150, render: (_, row) => <When at={row.updatedAt} /> },
    ...(writes
      ? [
          {
            title: text('appeals.actions'),
            width: 110,
            render: (_: unknown, row: Question) => (
              <Button
                size="small"
                onClick={() => archive(row)}
                aria-label={text('questions.archiveOne', { text: row.text })}
              >
                {text('questions.archive')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Page
      title={text('app.nav.questions')}
      subtitle={name}
      actions={
        writes && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEditing('new')}>
            {text('questions.create')}
          </Button>
        )
      }
    >
      <DataTable<Question>
        label={text('app.nav.questions')}
        columns={columns}
        pages={pages}
        minWidth={800}
        filters={
          <>
            <SearchField label={text('questions.search')} value={filters.q} onChange={(q) => change({ q })} />
            <ChoiceFilter
              label={text('questions.kind.label')}
              value={filters.kind}
              all={text('questions.kind.all')}
              choices={kinds}
              nameOf={(value) => text(`questions.kind.${value}`)}
              onChange={(value) => change({ kind: value })}
            />
          </>
        }
        empty={<Empty>{text('questions.none')}</Empty>}
      />
      {organizationId && (
        <QuestionDrawer
          key={editing === null || editing === 'new' ? String(editing) : editing.id}
          question={editing === 'new' ? null : editing}
          open={editing !== null}
          organizationId={organizationId}
          onClose={() => setEditing(null)}
        />
      )}
    </Page>
  );
}
