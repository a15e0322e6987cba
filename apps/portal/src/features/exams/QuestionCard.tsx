import { Button } from '@mantine/core';
import { IconLayoutGrid } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './exams.module.css';
import { optionsOf } from './options.ts';
import type { Slot } from './types.ts';

interface Props {
  slot: Slot;
  number: number;
  total: number;
  choice: readonly string[];
  onChoose: (key: string) => void;
  onGrid: () => void;
}

/** One question; its options are full-width cards with letters. */
export function QuestionCard({ slot, number, total, choice, onChoose, onGrid }: Props) {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(slot.slot);
  const several = slot.kind === 'multiple';
  useEffect(() => {
    if (shown.current !== slot.slot) heading.current?.focus();
    shown.current = slot.slot;
  }, [slot.slot]);
  return (
    <>
      <div className={css.questionHead}>
        <span className={ui.second}>
          {text('attempt.progress', { number, total })} · {text(`attempt.${slot.kind}`)}
        </span>
        <Button
          variant="subtle"
          className={css.gridButton ?? ''}
          onClick={onGrid}
          leftSection={<IconLayoutGrid size="1.1em" aria-hidden />}
        >
          {text('attempt.gridShort')}
        </Button>
      </div>
      <h2 ref={heading} tabIndex={-1} id={`question-${slot.slot}`} className={css.question}>
        {slot.text}
      </h2>
      <div
        className={several ? `${css.options} ${css.multiple}` : css.options}
        role={several ? 'group' : 'radiogroup'}
        aria-labelledby={`question-${slot.slot}`}
        onKeyDown={moveFocus}
      >
        {optionsOf(slot, text).map(({ key, letter, text: words }) => (
          <button
            key={key}
            type="button"
            role={several ? 'checkbox' : 'radio'}
            aria-checked={choice.includes(key)}
            className={css.option}
            onClick={() => onChoose(key)}
          >
            <span className={css.letter} aria-hidden>
              {letter}
            </span>
            <span>{words}</span>
          </button>
        ))}
      </div>
    </>
  );
}

/** Up and down go from option to option. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  const options = [...event.currentTarget.querySelectorAll('button')];
  const at = options.findIndex((option) => option === document.activeElement);
  options[(at + by + options.length) % options.length]?.focus();
  event.preventDefault();
}
