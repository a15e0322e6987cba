import type { ApiFailure } from '@dangxiao/web-kit';
import { App } from 'antd';
import { useRef, type ReactNode } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import css from './editor.module.css';

type Saved = { revision: number };

interface Field<Draft> {
  key: string & keyof Draft;
  label: string;
  /** Labels for a value; `of` is the version that it belongs to, null for what was typed here. */
  show?: (value: never, of: Draft | null) => ReactNode;
}

const plain = (value: unknown) =>
  value === null || value === undefined || value === '' ? '—' : String(value).replace(/<[^>]+>/g, ' ');
const differ = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);

/**
 * An edit that somebody else may overtake. It goes over what its form began with, whatever was read since. When somebody else changed the
 * form's own fields, both versions stand side by side and the author keeps one; other changes hinder nobody.
 * @param draft what is saved now
 * @param onReload shows what is saved, instead of what was typed
 */
export function useStale<Draft extends Saved>(draft: Draft, fields: readonly Field<Draft>[], onReload: () => void) {
  const { modal, message } = App.useApp();
  const text = useText();
  const base = useRef(draft);
  const compare = (mine: Record<string, unknown>, theirs: Draft) => (
    <>
      <p>{text('courses.stale.text')}</p>
      <table className={css.compare}>
        <thead>
          <tr>
            <th scope="col">{text('courses.stale.field')}</th>
            <th scope="col">{text('courses.stale.mine')}</th>
            <th scope="col">{text('courses.stale.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {fields
            .filter(({ key }) => key in mine && differ(mine[key], theirs[key]))
            .map(({ key, label, show = plain }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>{show(mine[key] as never, null)}</td>
                <td>{show(theirs[key] as never, theirs)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </>
  );
  return {
    /** Of what the form began with. */
    revision: () => base.current.revision,
    /** For `onDone`: says so; the form goes on from what was saved. */
    saved: (now: Draft) => {
      base.current = now;
      void message.success(text('app.saved'));
    },
    /** For `onFailed`: true when it was a stale edit, which is dealt with. */
    caught: (failure: ApiFailure, mine: Record<string, unknown>, overwrite: (revision: number) => void): boolean => {
      const theirs = failure.params['current'] as Draft | undefined;
      if (failure.code !== 'stale_revision' || !theirs) return false;
      if (fields.every(({ key }) => !differ(base.current[key], theirs[key]))) {
        overwrite(theirs.revision);
        return true;
      }
      modal.confirm({
        title: text('courses.stale.title'),
        width: 720,
        content: compare(mine, theirs),
        okText: text('courses.stale.keepMine'),
        cancelText: text('courses.stale.takeTheirs'),
        onOk: () => overwrite(theirs.revision),
        onCancel: () => {
          base.current = theirs;
          onReload();
        },
      });
      return true;
    },
  };
}
