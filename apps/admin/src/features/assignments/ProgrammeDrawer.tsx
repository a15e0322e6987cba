import { assignments } from '@dangxiao/contracts';
import { useErrorText, useMutationOf, useStaleEdit } from '@dangxiao/web-kit';
import { Alert, App, Button, Checkbox, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { Section, StaleNotice, useLeave } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './assignments.module.css';
import { ContentFinder } from './editor/ContentFinder.tsx';
import { Sortable } from './editor/Sortable.tsx';
import { assignmentReads } from './reads.ts';
import type { Programme } from './types.ts';

interface Props {
  /** Null for a new one. */
  programme: Programme | null;
  organizationId: string;
  onClose: () => void;
}

const pathItems = (programme: Programme | null) =>
  programme?.items.map(({ courseId, ...item }) => ({ ...item, id: courseId })) ?? [];
type Path = ReturnType<typeof pathItems>;

/** A programme's name and its courses in their order. */
export function ProgrammeDrawer({ programme, organizationId, onClose }: Props) {
  const text = useText();
  const errors = useErrorText();
  const { message } = App.useApp();
  const [title, setTitle] = useState(programme?.title ?? '');
  const [summary, setSummary] = useState(programme?.summary ?? '');
  const [items, setItems] = useState(() => pathItems(programme));
  const pathOf = (all: Path) =>
    all
      .map(({ title: called, needsPrevious }) =>
        needsPrevious ? text('assignments.programmes.afterPrevious', { title: called }) : called,
      )
      .join(' → ');
  const mine = { title, summary, items };
  const edit = useStaleEdit<Programme | null, typeof mine>(programme, {
    fields: {
      title: { label: text('assignments.programmes.name') },
      summary: { label: text('assignments.programmes.summary') },
      items: {
        label: text('assignments.programmes.path'),
        of: pathItems,
        show: pathOf,
      },
    },
    onTakeTheirs: onClose,
  });
  const done = () => {
    void message.success(text('app.saved'));
    onClose();
  };
  const create = useMutationOf(assignments.createProgramme, { refreshes: assignmentReads, onDone: done });
  const update = useMutationOf(assignments.updateProgramme, {
    refreshes: assignmentReads,
    onDone: done,
    onFailed: (failure) => void edit.caught(failure, mine, save),
  });
  const save = () => {
    const base = edit.base();
    const path = items.map(({ id, needsPrevious }) => ({ courseId: id, needsPrevious }));
    const body = { title: title.trim(), summary: summary.trim(), items: path };
    if (base) update.mutate({ params: { programmeId: base.id }, body: { revision: base.revision, ...body } });
    else create.mutate({ body: { organizationId, ...body } });
  };
  const failure = create.error ?? (edit.open ? null : update.error);
  const [began] = useState(() => JSON.stringify(mine));
  const leave = useLeave(() => JSON.stringify(mine) !== began, onClose);
  return (
    <Drawer
      open
      size={760}
      title={text(programme ? 'assignments.programmes.edit' : 'assignments.programmes.create')}
      onClose={leave}
      mask={{ closable: false }}
      closable={{ 'aria-label': text('app.close') }}
      footer={
        <div className={css.drawerEnd}>
          <Button onClick={leave}>{text('app.cancel')}</Button>
          <Button
            type="primary"
            htmlType="submit"
            form="programme"
            loading={create.isPending || update.isPending}
            disabled={title.trim() === '' || items.length === 0}
          >
            {text('app.save')}
          </Button>
        </div>
      }
    >
      <div className={css.stack}>
        {failure && <Alert type="error" showIcon title={errors.of(failure)} />}
        <StaleNotice edit={edit} mine={mine} save={save} />
        {programme && programme.usedBy > 0 && (
          <Alert type="info" showIcon title={text('assignments.programmes.pinned', { count: programme.usedBy })} />
        )}
        <Form id="programme" layout="vertical" requiredMark={false} onFinish={save}>
          <Form.Item label={text('assignments.programmes.name')} htmlFor="programme-title">
            <Input
              id="programme-title"
              maxLength={120}
              value={title}
              onChange={({ target }) => setTitle(target.value)}
            />
          </Form.Item>
          <Form.Item label={text('assignments.programmes.summary')} htmlFor="programme-summary">
            <Input.TextArea
              id="programme-summary"
              maxLength={500}
              autoSize={{ minRows: 2 }}
              value={summary}
              onChange={({ target }) => setSummary(target.value)}
            />
          </Form.Item>
        </Form>
        <Section title={text('assignments.programmes.courses')}>
          <p className={css.hint}>
            {text(items.length > 0 ? 'assignments.programmes.coursesHint' : 'assignments.programmes.needCourse')}
          </p>
          <Sortable
            items={items}
            onChange={setItems}
            note={(item, index) =>
              index > 0 && (
                <Checkbox
                  checked={item.needsPrevious}
                  onChange={({ target }) =>
                    setItems(items.map((one) => (one.id === item.id ? { ...one, needsPrevious: target.checked } : one)))
                  }
                >
                  {text('assignments.programmes.needsPrevious')}
                </Checkbox>
              )
            }
          />
        </Section>
        <Section title={text('assignments.programmes.add')}>
          <ContentFinder
            kinds={['course']}
            chosen={items.map(({ id }) => id)}
            onAdd={({ id, title: called }) =>
              setItems([...items, { id, title: called, needsPrevious: items.length > 0 }])
            }
          />
        </Section>
      </div>
    </Drawer>
  );
}
