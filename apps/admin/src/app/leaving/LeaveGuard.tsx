import { App } from 'antd';
import { useEffect, useRef } from 'react';
import { useBeforeUnload, useBlocker } from 'react-router';
import { useText } from '../../i18n/use-text.ts';
import { lossesOf, unsavedQuestion, type LeaveQuestion } from './unsaved.ts';

/** Asks before unsaved work is lost: by another page, by Back and Forward, by another address of the same page, and by a refresh. */
export function LeaveGuard() {
  const text = useText();
  const { modal } = App.useApp();
  const asked = useRef<LeaveQuestion>(undefined);
  const blocker = useBlocker(({ currentLocation, nextLocation, historyAction }) => {
    asked.current = unsavedQuestion(lossesOf(currentLocation.pathname, nextLocation.pathname, historyAction === 'POP'));
    return asked.current !== undefined;
  });
  useBeforeUnload((event) => {
    if (unsavedQuestion(['page', 'back', 'address'])) event.preventDefault();
  });
  // The guard asks once, however often the page renders beneath the question.
  const latest = useRef({ blocker, modal, text });
  useEffect(() => {
    latest.current = { blocker, modal, text };
  });
  useEffect(() => {
    const about = asked.current;
    if (blocker.state !== 'blocked' || !about) return;
    const question = latest.current.modal.confirm({
      title: latest.current.text(about.title),
      content: latest.current.text(about.content),
      okText: latest.current.text(about.leave),
      cancelText: latest.current.text(about.stay),
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => latest.current.blocker.proceed?.(),
      onCancel: () => latest.current.blocker.reset?.(),
    });
    return () => question.destroy();
  }, [blocker.state]);
  return null;
}
