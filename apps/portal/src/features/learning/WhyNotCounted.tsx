import { useFormat, useKitText, type StripPart } from '@dangxiao/web-kit';
import { Button, Modal } from '@mantine/core';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './learning.module.css';

interface Props {
  opened: boolean;
  onClose: () => void;
  parts: readonly StripPart[];
  onReplay: (ms: number) => void;
}

/** Each piece that did not count: where, why, and what to do. */
export function WhyNotCounted({ opened, onClose, parts, onReplay }: Props) {
  const text = useText();
  const kit = useKitText();
  const format = useFormat();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text('lesson.whyTitle')}
      closeButtonProps={{ 'aria-label': text('app.close') }}
    >
      <p className={ui.second}>{text('lesson.whatToDo')}</p>
      {parts.map((part) => (
        <div key={part.fromMs} className={css.whyRow}>
          <h3>{text('lesson.whySpan', { from: format.clock(part.fromMs), to: format.clock(part.toMs) })}</h3>
          <p>
            {text('lesson.whyText', {
              length: format.length(part.toMs - part.fromMs),
              reason: part.reason ? kit(`refused.${part.reason}`) : '',
            })}
          </p>
          <Button variant="default" onClick={() => onReplay(part.fromMs)}>
            {text('lesson.replay')}
          </Button>
        </div>
      ))}
    </Modal>
  );
}
