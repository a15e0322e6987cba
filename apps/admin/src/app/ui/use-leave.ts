import { App } from 'antd';
import { useText } from '../../i18n/use-text.ts';

/**
 * Asks before what was typed is thrown away.
 * @param changed whether anything would be lost
 * @returns closes the form, after the question where there is one
 */
export function useLeave(changed: () => boolean, onClose: () => void): () => void {
  const { modal } = App.useApp();
  const text = useText();
  return () => {
    if (!changed()) return onClose();
    modal.confirm({
      title: text('app.discard.title'),
      content: text('app.discard.consequence'),
      okText: text('app.discard.action'),
      cancelText: text('app.discard.stay'),
      focusable: { autoFocusButton: 'cancel' },
      onOk: onClose,
    });
  };
}
