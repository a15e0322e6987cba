import { changeLanguage, useModes } from '@dangxiao/web-kit';
import { IconMoon, IconSun, IconTextSize } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../i18n/use-text.ts';
import css from './shell.module.css';

/** Large text, dark scheme and language: each one tap, on every page, before sign-in too. */
export function ModeButtons() {
  const text = useText();
  const { i18n } = useTranslation();
  const { large, scheme, toggleTextSize, toggleScheme } = useModes();
  const Scheme = scheme === 'dark' ? IconSun : IconMoon;
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <div className={css.modes}>
      <button type="button" className={css.mode} aria-pressed={large} onClick={toggleTextSize}>
        <IconTextSize size="1.25em" stroke={1.6} aria-hidden />
        {text(large ? 'modes.normalText' : 'modes.largeText')}
      </button>
      <button type="button" className={css.mode} onClick={toggleScheme}>
        <Scheme size="1.25em" stroke={1.6} aria-hidden />
        {text(scheme === 'dark' ? 'modes.light' : 'modes.dark')}
      </button>
      <button type="button" className={css.mode} lang={other} onClick={() => void changeLanguage(i18n, other)}>
        {other === 'en' ? 'EN' : '中文'}
      </button>
    </div>
  );
}
