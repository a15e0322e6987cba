import { assignments, type ResponseOf } from '@dangxiao/contracts';
import { useEndpoint, useErrorText, useMutationOf, useStaleEdit } from '@dangxiao/web-kit';
import { Alert, App, Button, Drawer, Form, Input } from 'antd';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Loaded, Section, StaleNotice, useLeave } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './assignments.module.css';
import { AssignmentState } from './AssignmentState.tsx';
import { LiveCount } from './editor/LiveCount.tsx';
import type { Owner } from './editor/RuleCard.tsx';
import { RulesEditor } from './editor/RulesEditor.tsx';
import { settledRules } from './editor/settled.ts';
import { usePreview } from './editor/use-preview.ts';
import type { Rules } from './editor/values.ts';
import { assignmentReads } from './reads.ts';
import { useLabels, type Names } from './use-labels.ts';

type Audience = ResponseOf<typeof assignments.getSavedAudience>;
type PlainRules = Audience['rules'];
type Editable = Pick<Audience, 'id' | 'title' | 'rules' | 'names' | 'revision'>;

interface Props {
  /** Null for a new one. */
  audienceId: string | null;
  owner: Owner;
  onClose: () => void;
}

/** The rules of a saved audience, with whom they reach and which assignments use them. */
export function AudienceDrawer({ audienceId, owner, onClose }: Props) {
  const text = useText();
  const query = useEndpoint(
    assignments.getSavedAudience,
    { params: { audienceId: audienceId ?? '' } },
    { enabled: audienceId !== null },
  );
  const changed = useRef(() => false);
  const leave = useLeave(() => changed.current(), onClose);
  const editing = { changed, onLeave: leave, onClose };
  return (
    <Drawer
      open
      size={1080}
      title={text(audienceId ? 'assignments.audiences.edit' : 'assignments.audiences.create')}
      onClose={leave}
      mask={{ closable: false }}
      closable={{ 'aria-label': text('app.close') }}
    >
      {audienceId === null ? (
        <Editor audience={null} owner={owner} {...editing} />
      ) : (
        <Loaded query={query}>
          {(audience) => (
            <Editor
              audience={audience}
              owner={{ id: audience.organizationId, name: audience.organizationName }}
              {...editing}
            />
          )}
        </Loaded>
      )}
    </Drawer>
  );
}

interface EditorProps {
  audience: Audience | null;
  owner: Owner;
  /** Set by the editor: whether anything would be lost. */
  changed: RefObject<() => boolean>;
  onLeave: () => void;
  onClose: () => void;
}

function Editor({ audience, owner, changed, onLeave, onClose }: EditorProps) {
  const text = useText();
  const errors = useErrorText();
  const { message } = App.useApp();
  const [title, setTitle] = useState(audience?.title ?? '');
  const [rules, setRules] = useState<Rules>(audience?.rules ?? { include: [], exclude: [], excludeExempt: false });
  const [names, setNames] = useState<Names>(audience?.names ?? {});
  const labels = useLabels();
  const settled = settledRules(rules);
  const mine = { title, rules: settled };
  const edit = useStaleEdit<Editable | null, typeof mine>(audience, {
    fields: {
      title: { label: text('assignments.audiences.name') },
      rules: {
        label: text('assignments.field.rules'),
        show: (value: Rules, saved) => labels.whole(value, saved?.names ?? names),
      },
    },
    onTakeTheirs: onClose,
  });
  const preview = usePreview(owner.id, settled, 10);
  const done = () => {
    void message.success(text('app.saved'));
    onClose();
  };
  const create = useMutationOf(assignments.createSavedAudience, { refreshes: assignmentReads, onDone: done });
  const update = useMutationOf(assignments.updateSavedAudience, {
    refreshes: assignmentReads,
    onDone: done,
    onFailed: (failure) => void edit.caught(failure, mine, save),
  });
  const save = () => {
    const base = edit.base();
    // the editor of an audience offers no saved ones
    const body = { title: title.trim(), rules: settled as PlainRules };
    if (base) update.mutate({ params: { audienceId: base.id }, body: { revision: base.revision, ...body } });
    else create.mutate({ body: { organizationId: owner.id, ...body } });
  };
  const [began] = useState(() => JSON.stringify(mine));
  useEffect(() => {
    changed.current = () => JSON.stringify(mine) !== began;
  });
  const failure = create.error ?? (edit.open ? null : update.error);
  return (
    <div className={css.stack}>
      {failure && <Alert type="error" showIcon title={errors.of(failure)} />}
      <StaleNotice edit={edit} mine={mine} save={save} />
      <Form id="audience" layout="vertical" onFinish={save}>
        <label className={css.field}>
          <span className={css.label}>{text('assignments.audiences.name')}</span>
          <Input maxLength={120} value={title} onChange={({ target }) => setTitle(target.value)} />
        </label>
      </Form>
      <div className={css.whoColumns}>
        <RulesEditor
          rules={rules}
          owner={owner}
          names={names}
          withSaved={false}
          perRule={settled.include.length === rules.include.length ? preview.first?.perRule : null}
          onChange={(next, found) => {
            setRules(next);
            setNames((before) => ({ ...before, ...found }));
          }}
        />
        <div className={css.stack}>
          <LiveCount preview={preview} />
          {audience && (
            <Section title={text('assignments.audiences.usedIn')}>
              {audience.assignments.length === 0 && <p className={css.hint}>{text('assignments.audiences.notUsed')}</p>}
              {audience.assignments.map(({ id, title: called, state }) => (
                <div key={id} className={css.item}>
                  <Link className={css.itemTitle ?? ''} to={paths.assignment(id)}>
                    {called}
                  </Link>
                  <AssignmentState state={state} />
                </div>
              ))}
            </Section>
          )}
        </div>
      </div>
      {audience && audience.usedBy > 0 && (
        <Alert type="info" showIcon title={text('assignments.audiences.affects', { count: audience.usedBy })} />
      )}
      <div className={css.drawerEnd}>
        <Button onClick={onLeave}>{text('app.cancel')}</Button>
        <Button
          type="primary"
          htmlType="submit"
          form="audience"
          loading={create.isPending || update.isPending}
          disabled={title.trim() === '' || settled.include.length === 0}
        >
          {text('app.save')}
        </Button>
      </div>
    </div>
  );
}
