import { DownOutlined, PushpinOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useId, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { ScopeTree } from './ScopeTree.tsx';
import { useDismiss } from './use-dismiss.ts';
import type { Pinning } from './use-pinned.ts';
import css from './scope.module.css';

interface Props {
  name: string;
  /** The window has room for a popup below the button; otherwise it is a drawer. */
  wide: boolean;
  pinning: Pinning;
}

/** The button with the scope's name, and the tree that it opens. */
export function ScopePicker({ name, wide, pinning }: Props) {
  const text = useText();
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  useDismiss(root, open && wide, close);
  const chosen = () => {
    close();
    button.current?.focus();
  };
  return (
    <div ref={root} className={css.picker}>
      <button
        ref={button}
        type="button"
        className={css.current}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={text('app.tree.pick', { name })}
        title={name}
        onClick={() => setOpen(!open)}
      >
        <span className={css.name}>{name}</span>
        <DownOutlined aria-hidden />
      </button>
      {wide ? (
        open && (
          <div role="dialog" aria-labelledby={id} className={css.popup}>
            <div className={css.head}>
              <h2 id={id}>{text('app.tree.label')}</h2>
              {pinning.roomy && (
                <Button
                  type="text"
                  icon={<PushpinOutlined aria-hidden />}
                  onClick={() => {
                    pinning.pin(true);
                    close();
                  }}
                >
                  {text('app.tree.pin')}
                </Button>
              )}
            </div>
            <ScopeTree searching onChosen={chosen} />
          </div>
        )
      ) : (
        <Drawer
          open={open}
          placement="left"
          size={360}
          title={text('app.tree.label')}
          closable={{ 'aria-label': text('app.close') }}
          classNames={{ body: css.drawer ?? '' }}
          onClose={close}
          destroyOnHidden
        >
          <ScopeTree searching onChosen={chosen} />
        </Drawer>
      )}
    </div>
  );
}
