import { Input } from 'antd';
import { useDeferredValue, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { useText } from '../../i18n/use-text.ts';
import css from './shell.module.css';
import { useJump, type Target } from './use-jump.ts';

const idOf = (target: Target) => `jump-${target.key}`;

/** A word and what it finds; arrows choose, Enter opens. */
export function JumpDialog({ onDone }: { onDone: () => void }) {
  const text = useText();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const q = useDeferredValue(typed.trim());
  const { targets, pending } = useJump(q);
  const chosen = targets[Math.min(at, targets.length - 1)];

  const open = (target: Target) => {
    onDone();
    void navigate(target.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return; // the key belongs to the input method
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setAt((now) => (Math.min(now, targets.length - 1) + step + targets.length) % Math.max(targets.length, 1));
    }
    if (event.key === 'Enter' && chosen) open(chosen);
  };

  return (
    <>
      <Input
        autoFocus
        size="large"
        role="combobox"
        aria-expanded={targets.length > 0}
        aria-controls="jump-list"
        aria-activedescendant={chosen ? idOf(chosen) : undefined}
        aria-label={text('app.jump.title')}
        placeholder={text('app.jump.placeholder')}
        maxLength={60}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="jump-list" role="listbox" aria-label={text('app.jump.results')} className={css.jumpList}>
        {targets.map((target, index) => (
          <div key={target.key} role="presentation">
            {targets[index - 1]?.group !== target.group && (
              <div className={css.jumpGroup} role="presentation">
                {text(`app.jump.${target.group}`)}
              </div>
            )}
            <div
              id={idOf(target)}
              role="option"
              aria-selected={target === chosen}
              className={css.jumpItem}
              onMouseMove={() => setAt(index)}
              onClick={() => open(target)}
            >
              <span>{target.name}</span>
              <span className={css.where}>{target.hint}</span>
            </div>
          </div>
        ))}
      </div>
      <p className={css.where} role="status">
        {targets.length === 0 && text(!q ? 'app.jump.hint' : pending ? 'app.loading' : 'app.jump.nothing')}
      </p>
    </>
  );
}
