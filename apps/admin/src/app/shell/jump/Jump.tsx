import { SearchOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import { JumpDialog } from './JumpDialog.tsx';
import css from './jump.module.css';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** ⌘K (Ctrl+K): from anywhere to a page, a person, an organization, a course, an assignment, or into an action. */
export function Jump() {
  const text = useText();
  const [{ open, opening }, setState] = useState({ open: false, opening: 0 });
  // A dialog that is opened while it still closes begins anew; one that is open keeps what it holds.
  const show = useCallback(
    () => setState((before) => (before.open ? before : { open: true, opening: before.opening + 1 })),
    [],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      show();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [show]);
  const close = () => setState((before) => ({ ...before, open: false }));
  return (
    <>
      <Button className={css.open ?? ''} icon={<SearchOutlined aria-hidden />} onClick={show}>
        <span className={css.openWord}>{text('app.jump.open')}</span>
        <kbd className={css.key}>{isMac ? '⌘K' : 'Ctrl K'}</kbd>
      </Button>
      <Modal
        open={open}
        title={text('app.jump.title')}
        footer={null}
        width={640}
        destroyOnHidden
        className={css.dialog ?? ''}
        closable={{ 'aria-label': text('app.close') }}
        onCancel={close}
      >
        <JumpDialog key={opening} onDone={close} />
      </Modal>
    </>
  );
}
