import { PlusOutlined } from '@ant-design/icons';
import { questions } from '@dangxiao/contracts';
import { call, refresh, useEndpointPages } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { ChoiceFilter, ListPage, useList, type ListColumn } from '../../app/list/index.ts';
import { useScope } from '../../app/shell/scope.tsx';
import { useAsked, useConfirm, When } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { QuestionDrawer } from './QuestionDrawer.tsx';
import type { Question } from './values.ts';

const unfiltered = { q: '', kind: '' };
const kinds = ['single', 'multiple', 'true_false'] as const;

export function Component() {
  const text = useText();
  const may = useMay();
  const confirm = useConfirm();
  const client = useQueryClient();
  const { organizationId, name } = useScope();
  const list = useList(unfiltered);
  const [editing, setEditing] = useState<Question | 'new' | null>(null);
  const kind = kinds.find((each) => each === list.values.kind);
  const query = { organizationId, q: list.values.q || undefined, kind };
  const pages = useEndpointPages(
    questions.listQuestions,
    { query },
    { enabled: organizationId !== undefined, keepPrevious: true },
  );
  const writes = may('questions.write');
  useAsked('create', () => setEditing(writes ? 'new' : null));
  const archive = (chosen: readonly Question[], done?: () => void) => {
    const [first] = chosen;
    if (!first) return;
    confirm({
      title:
        chosen.length === 1
          ? text('questions.archiveTitle', { text: first.text })
          : text('questions.archiveManyTitle', { count: chosen.length }),
      consequence: text('questions.archiveConsequence', {
        count: chosen.reduce((sum, { usedInExams }) => sum + usedInExams, 0),
      }),
      action: text('questions.archive'),
      danger: true,
      run: async () => {
        try {
          for (const { id } of chosen) await call(questions.archiveQuestion, { params: { questionId: id } });
        } finally {
          await refresh(client, [questions.listQuestions]);
        }
        done?.();
      },
    });
  };
  const columns: ListColumn<Question>[] = [
    {
      key: 'text',
      role: 'name',
      title: text('questions.text'),
      width: 300,
      by: (row) => row.text,
      show: (row) =>
        writes ? (
          <Button
            type="link"
            style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'start' }}
            onClick={() => setEditing(row)}
          >
            {row.text}
          </Button>
        ) : (
          row.text
        ),
    },
    {
      key: 'kind',
      title: text('questions.kind.label'),
      width: 140,
      by: ({ kind: one }) => one,
      show: (row) => <Tag>{text(`questions.kind.${row.kind}`)}</Tag>,
    },
    {
      key: 'usedInExams',
      title: text('questions.inExams'),
      width: 120,
      align: 'right',
      by: ({ usedInExams }) => usedInExams,
    },
    {
      key: 'updatedAt',
      title: text('courses.changed'),
      width: 150,
      by: ({ updatedAt }) => updatedAt,
      show: ({ updatedAt }) => <When at={updatedAt} />,
    },
    ...(writes
      ? [
          {
            key: 'actions',
            role: 'actions' as const,
            title: text('appeals.actions'),
            width: 110,
            show: (row: Question) => (
              <Button
                size="small"
                onClick={() => archive([row])}
                aria-label={text('questions.archiveOne', { text: row.text })}
              >
                {text('questions.archive')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  const bulk = {
    nameOf: (row: Question) => row.text,
    actions: (chosen: readonly Question[], clear: () => void) => (
      <Button size="small" onClick={() => archive(chosen, clear)}>
        {text('questions.archiveMany', { count: chosen.length })}
      </Button>
    ),
  };
  return (
    <ListPage<Question>
      name="questions"
      title={text('app.nav.questions')}
      subtitle={name}
      actions={
        writes && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEditing('new')}>
            {text('questions.create')}
          </Button>
        )
      }
      columns={columns}
      pages={pages}
      list={list}
      search={list.search(text('questions.search'))}
      filters={
        <ChoiceFilter
          list={list}
          name="kind"
          label={text('questions.kind.label')}
          all={text('questions.kind.all')}
          choices={kinds}
          nameOf={(value) => text(`questions.kind.${value}`)}
        />
      }
      bulk={writes ? bulk : undefined}
      empty={text('questions.none')}
    >
      {organizationId && (
        <QuestionDrawer
          key={editing === null || editing === 'new' ? String(editing) : editing.id}
          question={editing === 'new' ? null : editing}
          open={editing !== null}
          organizationId={organizationId}
          onClose={() => setEditing(null)}
        />
      )}
    </ListPage>
  );
}
