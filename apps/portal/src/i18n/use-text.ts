import type { TOptions } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Texts } from './zh.ts';

type Paths<Node, Prefix extends string = ''> = {
  [Key in keyof Node & string]: Node[Key] extends string ? `${Prefix}${Key}` : Paths<Node[Key], `${Prefix}${Key}.`>;
}[keyof Node & string];

/** Every text of the portal by its path, e.g. `home.next`. */
type TextKey = Paths<Texts>;
export type Text = (key: TextKey, params?: Record<string, string | number>) => string;

/** The portal's texts in the language on screen; an unknown key does not compile. */
export function useText(): Text {
  const { t } = useTranslation('app');
  return (key, params) => String(t(key, (params ?? {}) as TOptions));
}
