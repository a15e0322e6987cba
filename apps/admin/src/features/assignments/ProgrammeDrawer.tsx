import { assignments } from '@dangxiao/contracts';
import { useErrorText, useMutationOf } from '@dangxiao/web-kit';
import { Alert, App, Button, Checkbox, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { Section, StaleNotice, useStaleEdit } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './assignments.module.css';
import { ContentFinder } from './editor/ContentFinder.tsx';
import { Sortable } from './editor/Sortable.tsx';
import type { Programme } from './ProgrammesPage.tsx';
import { assignmentReads } from './reads.ts';

interface Props {
  /** Null for a new one. */
  programme: Programme | null;
  organizationId: string;
  onClose: () => void;
}

/** A programme's name and its courses in their order. */
export function ProgrammeDrawer({ programme, organizationId, onClose }: Props) {
  const text = useText();
  const errors = useErrorText();
  const { message } = App.useApp();
  const [title, setTitle] = useState(programme?.title ?? '');
  const [summary, setSummary] = useState(programme?.summary ?? '');
  const [items, setItems] = useState(
    () => programme?.items.map(({ courseId, ...item }) => ({ ...item, id: courseId })) ?? [],
  );
  const edit = useStaleEdit(programme, onClose);
  const done = () => {
    void message.success(text('app.saved'));
    onClose();
  };
  const create = useMutationOf(assignments.createProgramme, { refreshes: assignmentReads, onDone: done });
  const update = useMutationOf(assignments.updateProgramme, {
    refreshes: assignmentReads,
    onDone: done,
    onFailed: edit.caught,
  });
  const save = () => {
    const base = edit.base();
    const path = items.map(({ id, needsPrevious }) => ({ courseId: id, needsPrevious }));
    const body = { title: title.trim(), summary: summary.trim(), items: path };
    if (base) update.mutate({ params: { programmeId: base.id }, body: { revision: base.revision, ...body } });
    else create.mutate({ body: { organizationId, ...body } });
  };
  const failure = create.error ?? (edit.theirs ? null : update.error);
  const pathOf = (all: readonly { title: string; needsPrevious: boolean }[]) =>
    all
      .map(({ title: called, needsPrevious }) =>
        needsPrevious ? text('assignments.programmes.afterPrevious', { title: called }) : called,
      )
      .join(' → ');
  return (
    <Drawer
      open
      size={760}
      title={text(programme ? 'assignments.programmes.edit' : 'assignments.programmes.create')}
      onClose={onClose}
      mask={{ closable: false }}
      closable={{ 'aria-label': text('app.close') }}
      footer={
        <div className={css.drawerEnd}>
          <Button onClick={onClose}>{text('app.cancel')}</Button>
          <Button
            type="primary"
            loading={create.isPending || update.isPending}
            disabled={title.trim() === '' || items.length === 0}
            onClick={save}
          >
            {text('app.save')}
          </Button>
        </div>
      }
    >
      <div className={css.stack}>
        {failure && <Alert type="error" showIcon title={errors.of(failure)} />}
        {edit.theirs && (
          <StaleNotice
            differences={[
              { label: text('assignments.programmes.name'), theirs: edit.theirs.title, mine: title },
              { label: text('assignments.programmes.summary'), theirs: edit.theirs.summary, mine: summary },
              { label: text('assignments.programmes.path'), theirs: pathOf(edit.theirs.items), mine: pathOf(items) },
            ]}
            onTakeTheirs={edit.takeTheirs}
            onKeepMine={() => edit.keepMine(save)}
          />
        )}
        {programme && programme.usedBy > 0 && (
          <Alert type="info" showIcon title={text('assignments.programmes.pinned', { count: programme.usedBy })} />
        )}
        <Form layout="vertical" requiredMark={false}>
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
