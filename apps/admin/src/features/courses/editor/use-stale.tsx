import type { ApiFailure } from '@dangxiao/web-kit';
import { App } from 'antd';
import { useText } from '../../../i18n/use-text.ts';
import css from './editor.module.css';

interface Field {
  key: string;
  label: string;
  show?: (value: unknown) => string;
}

const plain = (value: unknown) =>
  value === null || value === undefined || value === '' ? '—' : String(value).replace(/<[^>]+>/g, ' ');

/**
 * Deals with an edit that somebody else overtook: shows both versions side by side and lets the author keep one.
 * @returns a handler for `onFailed`: true when it was a stale edit.
 */
export function useStale(fields: readonly Field[], onReload: () => void) {
  const { modal } = App.useApp();
  const text = useText();
  return (failure: ApiFailure, mine: Record<string, unknown>, overwrite: (revision: number) => void): boolean => {
    const theirs = failure.params['current'] as (Record<string, unknown> & { revision: number }) | undefined;
    if (failure.code !== 'stale_revision' || !theirs) return false;
    const changed = fields.filter(
      ({ key }) => key in mine && JSON.stringify(mine[key]) !== JSON.stringify(theirs[key]),
    );
    modal.confirm({
      title: text('courses.stale.title'),
      width: 720,
      content: (
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
              {changed.map(({ key, label, show = plain }) => (
                <tr key={key}>
                  <th scope="row">{label}</th>
                  <td>{show(mine[key])}</td>
                  <td>{show(theirs[key])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ),
      okText: text('courses.stale.keepMine'),
      cancelText: text('courses.stale.takeTheirs'),
      onOk: () => overwrite(theirs.revision),
      onCancel: onReload,
    });
    return true;
  };
}
