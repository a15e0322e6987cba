import type { Language } from '@dangxiao/web-kit';
import type { Texts } from './zh.ts';

/** The portal's texts in one language, loaded when it is first shown. */
export async function loadTexts(language: Language): Promise<Texts> {
  return language === 'en' ? (await import('./en.ts')).en : (await import('./zh.ts')).zh;
}
