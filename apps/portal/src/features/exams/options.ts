import type { Text } from '../../i18n/use-text.ts';
import type { Slot } from './types.ts';

export interface Option {
  /** What is saved. */
  key: string;
  /** What is shown: letters follow the order on the screen, not the key. */
  letter: string;
  text: string;
}

/** The options as they stand on the screen; a true/false question has its two. */
export function optionsOf(slot: Pick<Slot, 'kind' | 'options'>, text: Text): Option[] {
  const options =
    slot.options.length === 0 && slot.kind === 'true_false'
      ? [
          { key: 'A', text: text('attempt.true') },
          { key: 'B', text: text('attempt.false') },
        ]
      : slot.options;
  return options.map((option, index) => ({ ...option, letter: String.fromCharCode(65 + index) }));
}

/** Keys as people read them: 'A、C', for a true/false question the word. */
export function labelsOf(slot: Pick<Slot, 'kind' | 'options'>, choice: readonly string[], text: Text): string {
  const chosen = optionsOf(slot, text).filter(({ key }) => choice.includes(key));
  return chosen
    .map(({ letter, text: words }) => (slot.kind === 'true_false' ? words : `${letter}. ${words}`))
    .join('\n');
}

/** The choice after an option was tapped: the only one, or one of several. */
export function toggled(kind: Slot['kind'], choice: readonly string[], key: string): string[] {
  if (kind !== 'multiple') return [key];
  return choice.includes(key) ? choice.filter((each) => each !== key) : [...choice, key].sort();
}
