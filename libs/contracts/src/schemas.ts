import { z } from 'zod';

/** Building blocks shared by the areas' contracts. */
export const id = z.uuid().meta({ description: 'UUID (version 7)' });
export const instant = z.iso.datetime({ offset: true }).meta({ description: 'Instant, ISO 8601' });
export const day = z.iso.date().meta({ description: "Calendar day in the school's zone, YYYY-MM-DD" });
/** Exact hours with two decimals, as a string: "0.25". */
export const hours = z
  .string()
  .regex(/^-?\d{1,6}\.\d{2}$/)
  .meta({ description: 'Credit hours, exact, two decimals' });
export const revision = z.number().int().min(1).meta({ description: 'Revision that the edit is based on' });
export const name = z.string().trim().min(1).max(100);
export const title = z.string().trim().min(1).max(120);
export const milliseconds = z.number().int().min(0).max(86_400_000);
/** Half-open range of milliseconds, from ≤ to. */
export const interval = z.tuple([milliseconds, milliseconds]);

/** Keyset paging: the cursor is opaque and comes from the page before. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(400).optional(),
};
export const search = z.string().trim().max(60).optional();
/** A flag in a query string. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.number().int().nullable() });
}
export const byId = <Name extends string>(...names: Name[]) =>
  z.strictObject(Object.fromEntries(names.map((key) => [key, id])) as Record<Name, typeof id>);
export const done = z.object({ ok: z.literal(true) });
/** The past: the day that is shown (valid time) and, optionally, what was known by an instant (recorded time; by default now). */
export const asOfQuery = { asOf: day.optional(), knownAt: instant.optional() };
