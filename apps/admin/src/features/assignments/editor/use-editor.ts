import { assignments } from '@dangxiao/contracts';
import { useErrorText, useMutationOf } from '@dangxiao/web-kit';
import { App } from 'antd';
import { useState } from 'react';
import { assignmentReads } from '../reads.ts';
import type { Names } from '../use-labels.ts';
import { settledRules } from './settled.ts';
import { changedFields, changeOf, valuesOf, type Detail, type Values } from './values.ts';

/** What is being edited, what of it is not saved yet, and what somebody else saved meanwhile. */
export function useEditor(detail: Detail) {
  const { message } = App.useApp();
  const errors = useErrorText();
  const [base, setBase] = useState(detail);
  const [values, setValues] = useState(() => valuesOf(detail));
  const [names, setNames] = useState<Names>(detail.names);
  const [theirs, setTheirs] = useState<Detail | null>(null);
  const update = useMutationOf(assignments.updateAssignment, { refreshes: assignmentReads });
  const publish = useMutationOf(assignments.publishAssignment, { refreshes: assignmentReads });
  const settled: Values = { ...values, rules: settledRules(values.rules) };
  const changed = changedFields(valuesOf(base), settled);

  const failed = (error: unknown) => {
    const failure = error as { code?: string; params?: Record<string, unknown> };
    if (failure.code === 'stale_revision') setTheirs(failure.params?.['current'] as Detail);
    else void message.error(errors.of(error));
    return null;
  };
  /** Saves what differs. @returns the revision afterwards; null when it was refused, which has been said. */
  const save = async (reason?: string, revision = base.revision): Promise<number | null> => {
    if (changed.length === 0) return revision;
    try {
      const body = { revision, ...(reason ? { reason } : {}), ...changeOf(valuesOf(base), settled) };
      const after = await update.mutateAsync({ params: { assignmentId: base.id }, body });
      setBase(after);
      return after.revision;
    } catch (error) {
      return failed(error);
    }
  };
  return {
    values,
    settled,
    names,
    changed,
    theirs,
    saving: update.isPending || publish.isPending,
    change: (some: Partial<Values>, found: Names = {}) => {
      setValues((before) => ({ ...before, ...some }));
      setNames((before) => ({ ...before, ...found }));
    },
    save,
    publish: async (): Promise<boolean> => {
      const revision = await save();
      if (revision === null) return false;
      try {
        await publish.mutateAsync({ params: { assignmentId: base.id }, body: { revision } });
        return true;
      } catch (error) {
        failed(error);
        return false;
      }
    },
    /** Over what the other saved, or instead of what was typed here. */
    resolve: (whose: 'mine' | 'theirs') => {
      if (!theirs) return;
      setBase(theirs);
      if (whose === 'theirs') {
        setValues(valuesOf(theirs));
        setNames((before) => ({ ...before, ...theirs.names }));
      }
      setTheirs(null);
    },
  };
}
