import { STYLE, type Style } from './styles.ts';
import { xmlText } from './text.ts';

/** A cell's value: a text, a number as its exact digits, a day or an instant as Excel's serial number, or nothing. */
export type Cell = string | { number: string; style: Style } | null;

const letters: string[] = [];

/** `0` → `A`, `26` → `AA`. */
export function columnLetters(index: number): string {
  const known = letters[index];
  if (known !== undefined) return known;
  const before = index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1);
  return (letters[index] = before + String.fromCharCode(65 + (index % 26)));
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/;

/** A number by its digits, never by way of a float. */
export function numberCell(digits: string, style: Style): Cell {
  if (!NUMBER.test(digits)) throw new Error(`${digits} is no number`);
  return { number: digits, style };
}

function cellXml(cell: Cell, ref: string, style: Style): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'object') return `<c r="${ref}" s="${cell.style}"><v>${cell.number}</v></c>`;
  return `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
}

/** One row; `style` is that of its texts. `row` begins with 1. */
export function rowXml(row: number, cells: readonly Cell[], style: Style = STYLE.plain, height?: number): string {
  let xml = `<row r="${row}"${height ? ` ht="${height}" customHeight="1"` : ''}>`;
  for (const [index, cell] of cells.entries()) xml += cellXml(cell, columnLetters(index) + String(row), style);
  return `${xml}</row>`;
}
