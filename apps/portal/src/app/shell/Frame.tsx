import { useText } from '../../i18n/use-text.ts';
import { Brand } from './Brand.tsx';
import { Main } from './Main.tsx';
import { ModeButtons } from './ModeButtons.tsx';
import css from './shell.module.css';

/** Around the pages before sign-in: the school's name and the modes. */
export function Frame() {
  const text = useText();
  return (
    <div className={`${css.frame} ${css.bare}`}>
      <a className={css.skip} href="#main">
        {text('nav.skip')}
      </a>
      <header className={css.top}>
        <div className={css.topRow}>
          <Brand />
          <span className={css.spacer} />
          <ModeButtons />
        </div>
      </header>
      <Main />
    </div>
  );
}
