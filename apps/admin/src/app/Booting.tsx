import { useText } from '../i18n/use-text.ts';
import { Emblem } from './shell/Emblem.tsx';
import css from './gate.module.css';

/** The moment before it is known who is signed in. */
export function Booting() {
  const text = useText();
  return (
    <div className={css.middle} role="status" aria-label={text('app.loading')}>
      <Emblem size={48} />
    </div>
  );
}
