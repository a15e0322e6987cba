import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.ts';
import type { Json } from './canonical-json.ts';

describe('canonical JSON', () => {
  it('sorts keys by code unit at every depth and writes no spaces', () => {
    expect(canonicalJson({ b: [{ d: null, c: true }], a: 'é\n', 学: 1.5, Z: -0 })).toBe(
      '{"Z":0,"a":"é\\n","b":[{"c":true,"d":null}],"学":1.5}',
    );
  });

  it('is JSON of the same value, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const text = canonicalJson(value as Json);
        expect(JSON.stringify(JSON.parse(text))).toHaveLength(text.length);
        expect(canonicalJson(reversedKeys(value as Json))).toBe(text);
        expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
      }),
    );
  });

  it.each([NaN, Infinity, [NaN]])('refuses %p', (value) => expect(() => canonicalJson(value)).toThrow(TypeError));

  it('refuses what JSON would drop without a word', () => {
    const hole: { [key: string]: Json } = JSON.parse('{"a":1}');
    Object.defineProperty(hole, 'a', { value: undefined, enumerable: true });
    expect(() => canonicalJson(hole)).toThrow(TypeError);
  });
});

function reversedKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]): [string, Json] => [key, reversedKeys(each)]),
  );
}
