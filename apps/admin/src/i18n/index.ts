import type { Language } from '@dangxiao/web-kit';
import type { Texts } from './zh/index.ts';

/** The console's texts in one language, loaded when it is first shown. */
export async function loadTexts(language: Language): Promise<Texts> {
  return language === 'en' ? (await import('./en/index.ts')).en : (await import('./zh/index.ts')).zh;
}
