import { PushpinFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useText } from '../../i18n/use-text.ts';
import { ScopeTree } from './ScopeTree.tsx';
import css from './scope.module.css';

/** The organization tree beside the page, where it was pinned. */
export function PinnedScope({ onUnpin }: { onUnpin: () => void }) {
  const text = useText();
  return (
    <aside className={css.pinned} aria-label={text('app.tree.label')}>
      <div className={css.head}>
        <h2>{text('app.tree.label')}</h2>
        <Button
          type="text"
          icon={<PushpinFilled aria-hidden />}
          aria-label={text('app.tree.unpin')}
          title={text('app.tree.unpin')}
          onClick={onUnpin}
        />
      </div>
      <ScopeTree />
    </aside>
  );
}
