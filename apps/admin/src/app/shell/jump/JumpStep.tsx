import { SearchOutlined } from '@ant-design/icons';
import { useSearchText } from '@dangxiao/web-kit';
import { Input } from 'antd';
import { useId, useState, type KeyboardEvent } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import type { ConsoleAction } from '../actions.ts';
import css from './jump.module.css';
import { Results } from './Results.tsx';
import { useFound } from './use-found.ts';
import { useKnown } from './use-known.ts';

interface Props {
  /** The action that the person is asked for; null in the first step. */
  action: ConsoleAction | null;
  go: (to: string) => void;
  begin: (action: ConsoleAction) => void;
  /** Back to the first step. */
  onBack: () => void;
}

/** A word and what it finds; arrows choose, Enter opens. */
export function JumpStep({ action, go, begin, onBack }: Props) {
  const text = useText();
  const id = useId();
  const [word, setWord] = useState('');
  const [at, setAt] = useState(0);
  const { typed, input } = useSearchText(word, setWord);
  const q = typed.trim();
  const withPerson = action && 'withPerson' in action.begin ? action.begin.withPerson : null;
  const known = useKnown(q, go, begin);
  // What a former word found is never opened by mistake: the server's lines wait until typing pauses.
  const found = useFound(q === word ? word : '', withPerson ? 'people' : null, go);
  const sections = withPerson
    ? found.map((section) => ({
        ...section,
        entries: section.entries.map((entry) => ({ ...entry, open: () => go(withPerson(entry.key)) })),
      }))
    : [...known, ...found];
  const lines = sections.flatMap(({ entries, retry }) => [
    ...entries.map(({ open }) => open),
    ...(retry ? [retry] : []),
  ]);
  const chosen = Math.min(at, lines.length - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return; // the key belongs to the input method
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && lines.length > 0) {
      event.preventDefault();
      setAt((chosen + step + lines.length) % lines.length);
    }
    if (event.key === 'Enter') lines[chosen]?.();
    if (action && event.key === 'Backspace' && typed === '') onBack();
  };
  const label = action ? text('app.jump.forWhom', { action: text(action.label) }) : text('app.jump.title');
  const nothing = q === '' ? (action ? label : text('app.jump.hint')) : text('app.jump.nothingFor', { q });
  return (
    <>
      <Input
        autoFocus
        size="large"
        role="combobox"
        aria-expanded={lines.length > 0}
        aria-controls={id}
        aria-activedescendant={lines.length > 0 ? `${id}-${chosen}` : undefined}
        aria-label={label}
        placeholder={action ? text('app.jump.person') : text('app.jump.placeholder')}
        prefix={action ? <span className={css.step}>{text(action.label)}</span> : <SearchOutlined aria-hidden />}
        maxLength={60}
        {...input}
        onChange={(event) => {
          input.onChange(event);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <Results
        id={id}
        sections={sections}
        chosen={chosen}
        onChoose={setAt}
        empty={nothing}
        waiting={q !== word || sections.some(({ state }) => state === 'waiting')}
      />
      <p className={css.keys} aria-hidden>
        {text(action ? 'app.jump.keysBack' : 'app.jump.keys')}
      </p>
    </>
  );
}
