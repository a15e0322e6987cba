import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { modeKeys, remember, rememberedLanguage } from '../theme/modes.ts';
import type { KitTexts, Language } from './texts.ts';

const loadKit = async (language: Language): Promise<KitTexts> =>
  language === 'en' ? (await import('./en.ts')).en : (await import('./zh.ts')).zh;

/** The language to begin with: what was chosen on this device, else Chinese. */
export function firstLanguage(): Language {
  return rememberedLanguage() === 'en' ? 'en' : 'zh-CN';
}

/**
 * The translator of an app: its own texts (namespace `app`) and those of the kit (`kit`), each language loaded when it is first shown.
 * @param loadTexts the app's texts in one language.
 */
export async function createI18n(loadTexts: (language: Language) => Promise<object>): Promise<i18n> {
  const language = firstLanguage();
  const instance = createInstance();
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: ['app', 'kit'],
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    resources: { [language]: { app: await loadTexts(language), kit: await loadKit(language) } },
  });
  loaders.set(instance.store, loadTexts);
  document.documentElement.lang = language;
  return instance;
}

/** By the store of texts: components are handed copies of the translator, which all share it. */
const loaders = new WeakMap<i18n['store'], (language: Language) => Promise<object>>();

/** Shows and remembers another language; its texts are loaded first, so that nothing flickers. */
export async function changeLanguage(instance: i18n, language: Language): Promise<void> {
  const load = loaders.get(instance.store);
  if (load && !instance.hasResourceBundle(language, 'app')) {
    instance.addResourceBundle(language, 'kit', await loadKit(language));
    instance.addResourceBundle(language, 'app', await load(language));
  }
  await instance.changeLanguage(language);
  document.documentElement.lang = language;
  remember(modeKeys.language, language);
}
