import { Modal } from '@mantine/core';
import { useText } from '../../i18n/use-text.ts';
import css from './exams.module.css';
import type { Slot } from './types.ts';

interface Props {
  opened: boolean;
  onClose: () => void;
  paper: readonly Slot[];
  choices: ReadonlyMap<number, readonly string[]>;
  current: number;
  onGo: (index: number) => void;
}

/** All questions at one look: answered or not, and the way to each. */
export function QuestionGrid({ opened, onClose, paper, choices, current, onGo }: Props) {
  const text = useText();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text('attempt.grid')}
      closeButtonProps={{ 'aria-label': text('app.close') }}
    >
      <div className={css.grid}>
        {paper.map((slot, index) => {
          const answered = (choices.get(slot.slot)?.length ?? 0) > 0;
          return (
            <button
              key={slot.slot}
              type="button"
              className={answered ? `${css.cell} ${css.cellDone}` : css.cell}
              aria-current={index === current}
              aria-label={`${text('attempt.gridItem', { number: index + 1 })} · ${text(answered ? 'attempt.gridAnswered' : 'attempt.gridOpen')}`}
              onClick={() => onGo(index)}
            >
              {index + 1}
            </button>
          );
        })}
      </div>
    </Modal>
  );
}
