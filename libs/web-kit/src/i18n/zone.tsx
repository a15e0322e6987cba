import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { createFormat, kitText, type Format, type KitText } from './format.ts';
import type { Language } from './texts.ts';

const Zone = createContext('Asia/Shanghai');

/** Gives the school's zone to every time below it. */
export function ZoneProvider({ zone, children }: { zone: string; children: ReactNode }) {
  return <Zone value={zone}>{children}</Zone>;
}

/** Texts of the kit in the language on screen. */
export function useKitText(): KitText {
  const { i18n } = useTranslation('kit' as never);
  return kitText(i18n);
}

/** Times, lengths and hours in the language on screen and the school's zone. */
export function useFormat(): Format {
  const { i18n } = useTranslation('kit' as never);
  const zone = useContext(Zone);
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return useMemo(() => createFormat(kitText(i18n), language, zone), [i18n, language, zone]);
}
