export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Texts in which JSON escapes nothing, most of ours: no quotes, backslashes, control characters or surrogates. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/**
 * One text per value: keys sorted by code unit, no spaces, so that a value read back from jsonb gives the same text.
 * Throws TypeError for what JSON cannot hold exactly (undefined, functions, NaN, infinities).
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'string') return PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((each: Json) => canonicalJson(each)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const object = value as { readonly [key: string]: Json };
    let text = '';
    for (const key of Object.keys(object).sort())
      text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(object[key] as Json)}`;
    return `{${text}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`Not a JSON number: ${value}`);
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`Not a JSON value: ${typeof value}`);
  return text;
}
