import { assignments } from '@dangxiao/contracts';
import { call, refresh, useEndpoint } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Steps } from 'antd';
import { useState } from 'react';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Loaded, Page, StaleNotice, useConfirm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './assignments.module.css';
import { AssignmentState } from './AssignmentState.tsx';
import { Check } from './editor/Check.tsx';
import { Consequences } from './editor/Consequences.tsx';
import { useEditor } from './editor/use-editor.ts';
import { usePreview } from './editor/use-preview.ts';
import { missingOf, STEPS, type Detail, type Step } from './editor/values.ts';
import { What } from './editor/What.tsx';
import { WhenStep } from './editor/WhenStep.tsx';
import { Who } from './editor/Who.tsx';

export function Component() {
  const { assignmentId = '' } = useParams();
  const query = useEndpoint(assignments.getAssignment, { params: { assignmentId } });
  return (
    <Loaded query={query}>
      {(detail) =>
        detail.state === 'withdrawn' ? (
          <Navigate to={paths.assignment(detail.id)} replace />
        ) : (
          <Editor key={detail.id} detail={detail} />
        )
      }
    </Loaded>
  );
}

/** What → who → when → check. A draft is saved with every step; a change of what is published at the end, with its reason. */
function Editor({ detail }: { detail: Detail }) {
  const text = useText();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const client = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const [draft] = useState(detail.state === 'draft');
  const [reason, setReason] = useState('');
  const editor = useEditor(detail);
  const { values, settled, names, changed, saving, change } = editor;
  const owner = { id: detail.organizationId, name: detail.organizationName };
  const step = STEPS.find((one) => one === search.get('step')) ?? 'what';
  const preview = usePreview(owner.id, settled.rules, 20);
  const at = STEPS.indexOf(step);

  const go = async (to: Step | undefined) => {
    if (!to || (draft && (await editor.save()) === null)) return;
    setSearch({ step: to });
    scrollTo({ top: 0 });
  };
  const keep = async () => {
    if ((await editor.save()) !== null) void message.success(text('assignments.draftKept'));
  };
  const publish = async () => {
    if (!(await editor.publish())) return;
    void message.success(text('assignments.check.published'));
    void navigate(paths.assignment(detail.id), { replace: true });
  };
  const saveChange = async () => {
    if ((await editor.save(reason)) === null) return;
    void message.success(text('assignments.check.changed'));
    void navigate(paths.assignment(detail.id), { replace: true });
  };
  const throwAway = () =>
    confirm({
      title: text('assignments.throwAwayTitle', { title: detail.title }),
      consequence: text('assignments.throwAwayNote'),
      action: text('assignments.throwAway'),
      danger: true,
      done: text('assignments.thrownAway'),
      run: async () => {
        await call(assignments.deleteAssignment, { params: { assignmentId: detail.id } });
        void navigate(paths.assignments(), { replace: true });
        await refresh(client, [assignments.listAssignments]);
      },
    });
  const final = draft ? (
    <Button
      type="primary"
      loading={saving}
      disabled={missingOf(settled).length > 0 || preview.waiting}
      onClick={() => void publish()}
    >
      {text('assignments.check.publish', { count: preview.first?.count ?? 0 })}
    </Button>
  ) : (
    <Button
      type="primary"
      loading={saving}
      disabled={changed.length === 0 || missingOf(settled).length > 0 || reason.trim() === ''}
      onClick={() => void saveChange()}
    >
      {text('assignments.check.change')}
    </Button>
  );
  return (
    <Page
      title={values.title || text('assignments.createTitle')}
      tags={<AssignmentState state={detail.state} />}
      back={
        draft
          ? { to: paths.assignments(), label: text('assignments.title') }
          : { to: paths.assignment(detail.id), label: detail.title }
      }
      actions={draft && <Button onClick={throwAway}>{text('assignments.throwAway')}</Button>}
    >
      <Steps
        current={at}
        onChange={(to) => void go(STEPS[to])}
        items={STEPS.map((one) => ({ title: text(`assignments.steps.${one}`) }))}
      />
      <StaleNotice edit={editor.edit} mine={settled} save={editor.moveOn} />
      {step === 'what' && <What values={values} change={change} />}
      {step === 'who' && <Who values={values} owner={owner} names={names} change={change} />}
      {step === 'when' && <WhenStep values={values} change={change} />}
      {step === 'check' &&
        (draft ? (
          <Check values={settled} owner={owner} names={names} preview={preview} />
        ) : (
          <Consequences
            assignmentId={detail.id}
            values={settled}
            owner={owner}
            names={names}
            changed={changed}
            reason={reason}
            onReason={setReason}
          />
        ))}
      <div className={css.end}>
        <span>{at > 0 && <Button onClick={() => void go(STEPS[at - 1])}>{text('assignments.back')}</Button>}</span>
        <span className={css.endGroup}>
          {draft && (
            <Button onClick={() => void keep()} disabled={changed.length === 0} loading={saving}>
              {text('assignments.saveDraft')}
            </Button>
          )}
          {step === 'check' ? (
            final
          ) : (
            <Button type="primary" onClick={() => void go(STEPS[at + 1])}>
              {text('assignments.next')}
            </Button>
          )}
        </span>
      </div>
    </Page>
  );
}
