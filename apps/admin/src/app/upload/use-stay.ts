import { App } from 'antd';
import { useEffect, useRef } from 'react';
import { useBeforeUnload, useBlocker } from 'react-router';
import { useText } from '../../i18n/use-text.ts';

/** Asks before a page is left whose upload is not finished; what was sent can be gone on with later, the rest would be lost. */
export function useStay(uploading: boolean): void {
  const text = useText();
  const { modal } = App.useApp();
  const blocker = useBlocker(uploading);
  useBeforeUnload((event) => {
    if (uploading) event.preventDefault();
  });
  // The question is asked once, however often the progress is drawn anew beneath it.
  const latest = useRef({ blocker, modal, text });
  useEffect(() => {
    latest.current = { blocker, modal, text };
  });
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    const { modal: dialogs, text: words } = latest.current;
    const question = dialogs.confirm({
      title: words('media.upload.leaveTitle'),
      content: words('media.upload.leaveText'),
      okText: words('media.upload.leave'),
      cancelText: words('media.upload.stay'),
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => latest.current.blocker.proceed?.(),
      onCancel: () => latest.current.blocker.reset?.(),
    });
    return () => question.destroy();
  }, [blocker.state]);
}
