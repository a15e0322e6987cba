import { useErrorText, type OutboxState } from '@dangxiao/web-kit';
import { Button, Modal } from '@mantine/core';
import { Notice } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './exams.module.css';
import type { Slot } from './types.ts';
import type { useHandIn } from './use-hand-in.ts';

interface Props {
  opened: boolean;
  onClose: () => void;
  paper: readonly Slot[];
  outbox: OutboxState;
  handing: ReturnType<typeof useHandIn>;
  onGo: (index: number) => void;
}

/** Before handing in: what is unanswered, what is not uploaded. */
export function HandInDialog({ opened, onClose, paper, outbox, handing, onGo }: Props) {
  const text = useText();
  const errors = useErrorText();
  const open = paper.flatMap((slot, index) => ((outbox.choices.get(slot.slot)?.length ?? 0) > 0 ? [] : [index]));
  const first = open[0];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text('attempt.handInTitle')}
      closeButtonProps={{ 'aria-label': text('app.close') }}
    >
      <div className={ui.stack}>
        <p>
          {open.length === 0
            ? text('attempt.handInAll', { total: paper.length })
            : text('attempt.handInOpen', { count: open.length, numbers: open.map((index) => index + 1).join('、') })}
        </p>
        {outbox.status === 'offline' && (
          <Notice tone="warn" announced>
            {text('attempt.handInOffline', { count: outbox.waiting })}
          </Notice>
        )}
        {handing.failure && (
          <Notice tone="bad" announced>
            {errors.of(handing.failure)}
          </Notice>
        )}
        <div className={css.actions}>
          <Button loading={handing.busy} onClick={() => void handing.handIn()}>
            {text('attempt.confirm')}
          </Button>
          <Button variant="default" onClick={() => (first === undefined ? onClose() : onGo(first))}>
            {text('attempt.goBack')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
