import { actionText, auditEn, auditZh, exportValueText, type Language } from '@dangxiao/contracts/labels';
import type { PersonalNumbers } from '../people/index.ts';
import { maskedNumber } from '../people/index.ts';
import type { CellKind } from './sources/source.ts';
import { numberCell, type Cell } from './xlsx/cells.ts';
import { STYLE } from './xlsx/styles.ts';

type Raw = string | null;

const numbers = { integer: STYLE.integer, decimal: STYLE.decimal, day: STYLE.day, instant: STYLE.instant } as const;

/** How the values of a column become cells, in the language of the file. */
export function cellOf(as: CellKind, language: Language, personal: PersonalNumbers): (value: Raw) => Cell {
  if (typeof as === 'object') return (value) => value && exportValueText(as.word, value, language);
  switch (as) {
    case 'integer':
    case 'decimal':
    case 'day':
    case 'instant':
      return (value) => value && numberCell(value, numbers[as]);
    case 'phone':
    case 'identity':
      return (value) => value && personalNumber(value, as, personal);
    case 'action':
      return (value) => value && actionText(value, language);
    case 'objectType':
      return (value) => value && (labelsOf(language).objects[value] ?? value);
    case 'values':
      return (value) => value && valuesText(value, language);
    case 'text':
      return (value) => value;
  }
}

/** `m1234`: only the end is known; `c…`: the whole number, encrypted. */
function personalNumber(value: string, field: 'phone' | 'identity', personal: PersonalNumbers): Cell {
  const rest = value.slice(1);
  return value.startsWith('c') ? personal.open(Buffer.from(rest, 'base64'), field) : maskedNumber(rest);
}

interface Loose {
  objects: Readonly<Record<string, string>>;
  fields: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
}

const labelsOf = (language: Language): Loose => (language === 'zh' ? auditZh : auditEn);

/** What was recorded before or after a change: `名称：左支部；类别：党支部`. */
function valuesText(json: string, language: Language): string {
  const words = labelsOf(language);
  const [between, after] = language === 'zh' ? ['；', '：'] : ['; ', ': '];
  const one = (value: unknown): string =>
    typeof value === 'string' ? (words.values[value] ?? value) : value === null ? '—' : JSON.stringify(value);
  return Object.entries(JSON.parse(json) as Record<string, unknown>)
    .map(([key, value]) => `${words.fields[key] ?? key}${after}${one(value)}`)
    .join(between);
}
