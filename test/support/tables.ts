import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A zip file of these parts, as any program might write it. */
export async function zipOf(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(Readable.from(zip.outputStream));
}

const escape = (text: string) => text.replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`);
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** What stands around the sheet of an Excel file. */
const around = {
  'xl/workbook.xml':
    '<workbook xmlns:r="r"><sheets><sheet name="hidden" state="hidden" sheetId="2" r:id="x"/><sheet name="T" sheetId="1" r:id="a"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="x" Target="none.xml"/><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>',
};

/** An Excel file whose first sheet is this XML. */
export const xlsxOf = (sheet: string, more: Record<string, string> = {}) =>
  zipOf({ ...around, ...more, 'xl/worksheets/sheet1.xml': sheet });

/** The rows of a sheet; a cell that is a number is stored as one. */
export function sheetData(rows: readonly (readonly (string | number)[])[]): string {
  const lines = rows.map((cells, at) => {
    const written = cells.map((cell, column) => {
      const name = `${letters[column]}${at + 1}`;
      if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`;
      return cell === '' ? '' : `<c r="${name}" t="inlineStr"><is><t>${escape(cell)}</t></is></c>`;
    });
    return `<row r="${at + 1}">${written.join('')}</row>`;
  });
  return `<sheetData>${lines.join('')}</sheetData>`;
}

/** An Excel file with these rows. */
export const xlsx = (rows: readonly (readonly (string | number)[])[], after = '') =>
  xlsxOf(`<worksheet>${sheetData(rows)}${after}</worksheet>`);

/** CSV in UTF-8. */
export const csv = (rows: readonly (readonly string[])[]) =>
  Buffer.from(
    rows
      .map((cells) => cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
      .join('\r\n'),
  );

/** A valid identity number: region, birth, a running number and the check character. */
export function identityNumber(number: number): string {
  const year = 1950 + (number % 50);
  const month = String(1 + (number % 12)).padStart(2, '0');
  const day = String(1 + (number % 28)).padStart(2, '0');
  const region = 110000 + Math.floor(number / 1000);
  const body = `${region}${year}${month}${day}${String(number % 1000).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + '10X98765432'[sum % 11];
}

export const phone = (number: number) => `139${String(number).padStart(8, '0')}`;
