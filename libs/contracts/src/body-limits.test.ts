import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { endpoints } from './index.ts';

type Schema = z.core.JSONSchema.BaseSchema;

const list = (schemas: unknown): Schema[] => (schemas ?? []) as Schema[];
/** A UTF-16 unit becomes three bytes of UTF-8 at most. */
const BYTES_A_UNIT = 3;
const NUMBER = 24;
const UUID = 36;
const PATTERN = 60;

/** Bytes of the longest JSON that the schema takes. @throws Error for a text or a list without an end */
function longest(schema: Schema, at: string): number {
  if (schema.const !== undefined) return JSON.stringify(schema.const).length;
  if (schema.enum) return Math.max(...schema.enum.map((value) => JSON.stringify(value).length));
  const either = [...list(schema.anyOf), ...list(schema.oneOf)];
  if (either.length > 0) return Math.max(...either.map((one) => longest(one, at)));
  if (schema.type === 'object') {
    const named = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
    const keys = ((schema.propertyNames as Schema | undefined)?.enum ?? []) as string[];
    const more = keys.map((key) => [key, schema.additionalProperties as Schema] as const);
    return [...named, ...more].reduce((sum, [key, one]) => sum + key.length + 4 + longest(one, `${at}.${key}`), 2);
  }
  if (schema.type === 'array') {
    if (schema.prefixItems) return list(schema.prefixItems).reduce((sum, one) => sum + 1 + longest(one, at), 2);
    if (schema.maxItems === undefined) throw new Error(`${at}: a list without an end`);
    return 2 + schema.maxItems * (1 + longest(schema.items as Schema, `${at}[]`));
  }
  if (schema.type !== 'string') return NUMBER;
  const { maxLength } = schema;
  if (schema.format === 'uuid') return 2 + UUID;
  if (maxLength === undefined && !schema.pattern && !schema.format) throw new Error(`${at}: a text without an end`);
  return 2 + BYTES_A_UNIT * (maxLength ?? PATTERN);
}

describe('the body limit of an endpoint', () => {
  const writing = endpoints.filter(({ method }) => method !== 'GET');

  it.each(writing.map((row) => [row.id, row] as const))('%s takes the longest body of its schema', (id, row) => {
    const schema = z.toJSONSchema(row.body, { io: 'input', unrepresentable: 'any' });
    expect(row.bodyLimit).toBeGreaterThanOrEqual(longest(schema, id));
  });

  it('is small where anybody may call', () => {
    const large = writing.filter(({ access, bodyLimit }) => access === 'public' && bodyLimit > 16 * 1024);
    expect(large.map(({ id }) => id)).toEqual([]);
  });
});
