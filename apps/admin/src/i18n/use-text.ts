import type { TOptions } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Texts } from './zh/index.ts';

type Paths<Node, Prefix extends string = ''> = {
  [Key in keyof Node & string]: Node[Key] extends string ? `${Prefix}${Key}` : Paths<Node[Key], `${Prefix}${Key}.`>;
}[keyof Node & string];

/** Every text of the console by its path, e.g. `app.name`. */
export type TextKey = Paths<Texts>;
export type Text = (key: TextKey, params?: Record<string, string | number>) => string;

/** The console's texts in the language on screen; an unknown key does not compile. */
export function useText(): Text {
  const { t } = useTranslation('app');
  return (key, params) => String(t(key, (params ?? {}) as TOptions));
}
