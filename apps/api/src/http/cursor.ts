import { fieldError } from './api-error.ts';

type Key = (string | number)[];

/** The sort key of the last row of a page, as an opaque text. */
export function encodeCursor(key: Key): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * The sort key that a cursor carries, or null for the first page. Its values are only compared with, and always passed as parameters.
 * @param length how many values the list's key has
 */
export function decodeCursor(cursor: string | undefined, length: number): Key | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits =
      Array.isArray(key) && key.length === length && key.every((part) => ['string', 'number'].includes(typeof part));
    if (fits) return key as Key;
  } catch {
    // falls through to the same answer
  }
  throw fieldError('query.cursor', 'invalid_value');
}

/** A page of a list that was asked for one row more than `limit`, so that it knows whether there is a next one. */
export function pageOf<Item>(rows: Item[], limit: number, keyOf: (item: Item) => Key, total: number | null = null) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(keyOf(last)) : null, total };
}
