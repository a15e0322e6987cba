import { z } from 'zod';

type Schema = z.core.JSONSchema.BaseSchema;

/** Values that a schema alone does not tell: patterns, and texts with a grammar of their own. */
const byName: Record<string, unknown> = {
  hours: '1.00',
  slot: 1,
  row: 1,
  epoch: 1,
  limit: 20,
  file: 'poster.jpg',
  rendition: '360p',
  vtt: 'WEBVTT\n\n00:00.000 --> 00:01.000\nx',
  phone: '13812345678',
  email: 'someone@example.org',
  identityNumber: null,
  options: [
    { key: 'A', text: 'Yes' },
    { key: 'B', text: 'No' },
  ],
  correct: ['A'],
};

function text(schema: Schema, name: string, ids: Record<string, string>): string {
  if (schema.format === 'uuid') return ids[name] ?? Object.values(ids)[0] ?? '';
  if (schema.format === 'date') return '2026-01-15';
  if (schema.format === 'date-time') return '2026-01-15T00:00:00.000Z';
  return 'x'.repeat(Math.max(schema.minLength ?? 1, 1));
}

function one(schema: Schema, name: string, ids: Record<string, string>): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (choices?.[0]) return one(choices[0], name, ids);
  if (name in byName && schema.type !== 'object') return byName[name];
  if (schema.type === 'object') return object(schema, ids);
  if (schema.prefixItems) return schema.prefixItems.map((item) => one(item as Schema, name, ids));
  if (schema.type === 'array') {
    return Array.from({ length: schema.minItems ?? 0 }, () => one(schema.items as Schema, name, ids));
  }
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1);
  if (schema.type === 'boolean') return true;
  return schema.type === 'null' ? null : text(schema, name, ids);
}

function object(schema: Schema, ids: Record<string, string>): Record<string, unknown> {
  const properties = (schema.properties ?? {}) as Record<string, Schema>;
  const wanted = Object.keys(properties).filter((key) => schema.required?.includes(key));
  return Object.fromEntries(wanted.map((key) => [key, one(properties[key] ?? {}, key, ids)]));
}

/** A value that the schema takes: what it requires and nothing else, with the given ids where it asks for one by that name. */
export function sample(schema: z.ZodType, ids: Record<string, string>): Record<string, unknown> {
  return object(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), ids);
}

/** Does the schema have a property of this name? */
export function asks(schema: z.ZodType, name: string): boolean {
  const json: Schema = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return name in (json.properties ?? {});
}
