import type { Language } from '@dangxiao/contracts/labels';
import { useTranslation } from 'react-i18next';

/** The language on screen, as exports know it. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language.startsWith('zh') ? 'zh' : 'en';
}
