import type { KitText } from './format.ts';

/** The text at `area.key`, or `otherwise` where the kit has none: for codes that a school may add to (requirements, sources). */
export function knownText(text: KitText, path: string, otherwise: string): string {
  const found = text(path);
  return found === path ? otherwise : found;
}
