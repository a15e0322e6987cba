export interface Named {
  /** As shown. */
  name: string;
  /** Pinyin initials, lower case. */
  initials: string;
}

const plain = (text: string) => text.trim().toLowerCase();
/** What an input method shows while it composes, `b'z'r` or `b z r`, is the letters themselves. */
const lettersOf = (text: string) => plain(text).replace(/[\s']/g, '');

function scoreOf({ name, initials }: Named, q: string): number {
  const shown = plain(name);
  const letters = lettersOf(q);
  const word = plain(q);
  if (shown === word) return 6;
  if (shown.startsWith(word)) return 5;
  if (initials === letters) return 4;
  if (initials.startsWith(letters)) return 3;
  if (shown.split(' ').some((part) => part.startsWith(word))) return 3;
  if (shown.includes(word)) return 2;
  return letters.length > 1 && initials.includes(letters) ? 1 : 0;
}

/**
 * What a word finds among names that are known here, the best first: the whole name, its beginning, the initials, a part.
 * Equally good ones keep their order.
 * @param q as typed; an empty word finds nothing
 */
export function ranked<Item extends Named>(items: readonly Item[], q: string): Item[] {
  if (lettersOf(q) === '') return [];
  return items
    .map((item) => ({ item, score: scoreOf(item, q) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}
