/** Excel refuses a longer text in a cell. */
const LONGEST = 32_767;

/**
 * What a spreadsheet may take for a formula, also once the file was saved as CSV or the cell was edited: the first character that is no space is
 * one of = + - @ or their full-width forms, or the text begins with a tab or a line break.
 */
const FORMULA = /^(?:[\s\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;
/** Control characters (but tab and line feed), lone surrogates and noncharacters: XML does not allow or spreadsheets do not show them. */
const FORBIDDEN = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
/** Excel reads `_x0041_` as an escape for a character. */
const ESCAPE = /_(?=x[0-9a-f]{4}_)/gi;

/** A text as it may stand in a cell: nothing that is run, nothing that breaks the file. */
export function cellText(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  const clean = guarded.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '');
  const short = clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1).replace(/\p{Cs}$/u, '')}…` : clean;
  // what was in front of the sign may have been stripped
  return FORMULA.test(short) ? `'${short}` : short;
}

/** The same as XML. */
export function xmlText(text: string): string {
  return escaped(cellText(text).replace(ESCAPE, '_x005F_'));
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For attributes and texts of our own. */
export const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
