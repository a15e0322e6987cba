import { changeLanguage, useModes } from '@dangxiao/web-kit';
import { SegmentedControl, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';

export function DisplaySettings() {
  const text = useText();
  const { i18n } = useTranslation();
  const { large, scheme, toggleTextSize, toggleScheme } = useModes();
  const rows = [
    { key: 'largeText', checked: large, toggle: toggleTextSize },
    { key: 'dark', checked: scheme === 'dark', toggle: toggleScheme },
  ] as const;
  return (
    <div className={ui.rows}>
      {rows.map(({ key, checked, toggle }) => (
        <label key={key} className={css.setting}>
          <span className={css.settingText}>
            {text(`me.${key}`)}
            <span className={ui.hint}>{text(`me.${key}Hint`)}</span>
          </span>
          <Switch checked={checked} onChange={toggle} size="md" aria-label={text(`me.${key}`)} />
        </label>
      ))}
      <div className={css.setting}>
        <span>{text('me.language')}</span>
        <SegmentedControl
          aria-label={text('me.language')}
          value={i18n.language === 'en' ? 'en' : 'zh-CN'}
          onChange={(value) => void changeLanguage(i18n, value === 'en' ? 'en' : 'zh-CN')}
          data={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
    </div>
  );
}
