import { App } from 'antd';
import { useText } from '../../i18n/use-text.ts';
import { typedValues, useUnsaved } from '../leaving/unsaved.ts';

/**
 * Asks before typed values are lost, also when the page itself is left.
 * @param changed whether anything would be lost
 * @returns closes the form, after the question where there is one
 */
export function useLeave(changed: () => boolean, onClose: () => void): () => void {
  const { modal } = App.useApp();
  const text = useText();
  useUnsaved(changed, 'back');
  return () => {
    if (!changed()) return onClose();
    modal.confirm({
      title: text(typedValues.title),
      content: text(typedValues.content),
      okText: text(typedValues.leave),
      cancelText: text(typedValues.stay),
      focusable: { autoFocusButton: 'cancel' },
      onOk: onClose,
    });
  };
}
