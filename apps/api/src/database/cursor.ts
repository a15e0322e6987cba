import type { z } from 'zod';
import { fieldError } from '../http/api-error.ts';

/** An opaque place in a list: the sort values of the last row that was answered. */
export function cursorOf(...values: readonly (string | number | Date)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * The values of a cursor, checked by `shape`; null without a cursor.
 * @throws ApiError validation_failed for a cursor that is not ours
 */
export function readCursor<Shape extends z.ZodType>(cursor: string | undefined, shape: Shape): z.infer<Shape> | null {
  if (cursor === undefined) return null;
  const parsed = shape.safeParse(jsonOf(cursor));
  if (!parsed.success) throw fieldError('query.cursor', 'invalid_format');
  return parsed.data;
}

/** Splits rows read with `limit + 1` into a page and the cursor to the next one. */
export function pageOf<Row>(rows: readonly Row[], limit: number, cursor: (last: Row) => string) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursor(last) : null };
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
