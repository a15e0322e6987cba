import { useErrorText } from '@dangxiao/web-kit';
import { App } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';

interface Question {
  /** Names the action and its object: '删除视频“第一讲”?' */
  title: string;
  /** What happens then, and whether it can be undone. */
  consequence: ReactNode;
  /** The verb on the button. */
  action: string;
  danger?: boolean;
  /** Runs while the button waits; a failure is worded and keeps the dialog open. */
  run: () => Promise<unknown>;
  /** Said afterwards. */
  done?: string;
}

/** Asks before something is done that cannot simply be undone. */
export function useConfirm(): (question: Question) => void {
  const { modal, message } = App.useApp();
  const errors = useErrorText();
  const text = useText();
  return ({ title, consequence, action, danger = false, run, done }) => {
    modal.confirm({
      title,
      content: consequence,
      okText: action,
      cancelText: text('app.cancel'),
      okButtonProps: { danger },
      focusable: { autoFocusButton: danger ? 'cancel' : 'ok' },
      onOk: async () => {
        try {
          await run();
          if (done) void message.success(done);
        } catch (error) {
          void message.error(errors.of(error));
          throw error;
        }
      },
    });
  };
}
