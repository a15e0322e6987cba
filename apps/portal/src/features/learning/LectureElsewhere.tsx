import { Button, Modal } from '@mantine/core';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import type { Playback } from './use-playback.ts';

interface Props {
  opened: boolean;
  playback: Pick<Playback, 'elsewhere' | 'takeOver' | 'dismiss'>;
}

/** One lecture at a time for each person: continuing here pauses the other device, so it is asked first. */
export function LectureElsewhere({ opened, playback }: Props) {
  const text = useText();
  const { elsewhere, takeOver, dismiss } = playback;
  return (
    <Modal
      opened={opened}
      onClose={dismiss}
      title={text('lesson.elsewhereTitle')}
      closeButtonProps={{ 'aria-label': text('app.close') }}
    >
      <div className={ui.stack}>
        <p>
          {elsewhere?.title
            ? text('lesson.elsewhereText', { title: elsewhere.title })
            : text('lesson.elsewhereUnnamed')}
        </p>
        <Button data-autofocus onClick={takeOver}>
          {text('lesson.continueHere')}
        </Button>
        <Button variant="subtle" onClick={dismiss}>
          {text('app.cancel')}
        </Button>
      </div>
    </Modal>
  );
}
