export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Texts in which JSON escapes nothing, most of ours: no quotes, backslashes, control characters or surrogates. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

const quoted = (text: string) => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));

/** Sorted by code unit; most of ours are written in that order. */
function sortedKeys(object: object): string[] {
  const keys = Object.keys(object);
  for (let index = 1; index < keys.length; index += 1)
    if ((keys[index - 1] as string) > (keys[index] as string)) return keys.sort();
  return keys;
}

/**
 * One text per value: keys sorted by code unit, no spaces, so that a value read back from jsonb gives the same text.
 * Throws TypeError for what JSON cannot hold exactly (undefined, functions, NaN, infinities).
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map((each: Json) => canonicalJson(each)).join(',')}]`;
  if (typeof value === 'object') {
    const object = value as { readonly [key: string]: Json };
    let text = '';
    for (const key of sortedKeys(object))
      text += `${text === '' ? '' : ','}${quoted(key)}:${canonicalJson(object[key] as Json)}`;
    return `{${text}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`Not a JSON number: ${value}`);
  if (typeof value !== 'number' && typeof value !== 'boolean') throw new TypeError(`Not a JSON value: ${typeof value}`);
  return String(value);
}
