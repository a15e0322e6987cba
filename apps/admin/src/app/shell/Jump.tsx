import { SearchOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { JumpDialog } from './JumpDialog.tsx';
import css from './shell.module.css';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** ⌘K (Ctrl+K): from anywhere to an organization, a person or a course. */
export function Jump() {
  const text = useText();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <Button className={css.jumpButton ?? ''} icon={<SearchOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {text('app.jump.open')}
        <kbd className={css.jumpKey}>{isMac ? '⌘K' : 'Ctrl K'}</kbd>
      </Button>
      <Modal
        open={open}
        title={text('app.jump.title')}
        footer={null}
        destroyOnHidden
        closable={{ 'aria-label': text('app.close') }}
        onCancel={() => setOpen(false)}
      >
        <JumpDialog onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}
