import { assignments } from '@dangxiao/contracts';
import { useErrorText, useMutationOf, useStaleEdit, type ApiFailure } from '@dangxiao/web-kit';
import { App } from 'antd';
import { useState } from 'react';
import { useUnsaved } from '../../../app/leaving/unsaved.ts';
import { assignmentReads } from '../reads.ts';
import type { Names } from '../use-labels.ts';
import { settledRules } from './settled.ts';
import { useEditorFields } from './use-editor-fields.ts';
import { changedFields, changeOf, valuesOf, type Detail, type Values } from './values.ts';

/** What is being edited, what of it is not saved yet, and what another person saved meanwhile. */
export function useEditor(detail: Detail) {
  const { message } = App.useApp();
  const errors = useErrorText();
  const [base, setBase] = useState(detail);
  const [values, setValues] = useState(() => valuesOf(detail));
  const [names, setNames] = useState<Names>(detail.names);
  const update = useMutationOf(assignments.updateAssignment, { refreshes: assignmentReads });
  const publish = useMutationOf(assignments.publishAssignment, { refreshes: assignmentReads });
  const settled: Values = { ...values, rules: settledRules(values.rules) };
  const changed = changedFields(valuesOf(base), settled);
  useUnsaved(() => changed.length > 0, 'page');

  const edit = useStaleEdit<Detail, Values>(detail, {
    fields: useEditorFields(names),
    onTakeTheirs: (theirs) => {
      setBase(theirs);
      setValues(valuesOf(theirs));
      setNames((before) => ({ ...before, ...theirs.names }));
    },
  });

  /** After a failure: does the same again over what another person saved, where that hinders nothing. @returns null where it failed */
  const failed = <Result>(error: unknown, again: () => Promise<Result>) =>
    new Promise<Result | null>((resolve) => {
      if (!edit.caught(error as ApiFailure, settled, () => resolve(again()))) void message.error(errors.of(error));
      resolve(null);
    });
  /** Saves what differs. @returns the revision afterwards; null when it was refused, which has been said. */
  const save = async (reason?: string): Promise<number | null> => {
    const before = edit.base();
    const change = changeOf(valuesOf(before), settled);
    if (Object.keys(change).length === 0) return before.revision;
    try {
      const body = { revision: before.revision, ...(reason ? { reason } : {}), ...change };
      const after = await update.mutateAsync({ params: { assignmentId: before.id }, body });
      setBase(after);
      edit.saved(after);
      return after.revision;
    } catch (error) {
      return failed(error, () => save(reason));
    }
  };
  const publishNow = async (): Promise<boolean | null> => {
    const revision = await save();
    if (revision === null) return null;
    try {
      await publish.mutateAsync({ params: { assignmentId: base.id }, body: { revision } });
      return true;
    } catch (error) {
      return failed(error, publishNow);
    }
  };
  return {
    values,
    settled,
    names,
    changed,
    saving: update.isPending || publish.isPending,
    change: (some: Partial<Values>, found: Names = {}) => {
      setValues((before) => ({ ...before, ...some }));
      setNames((before) => ({ ...before, ...found }));
    },
    save,
    /** @returns null where it was refused, which has been said */
    publish: publishNow,
    edit,
    /** The next save goes over what another person saved. */
    moveOn: () => setBase(edit.base()),
  };
}
