import { createWriteStream } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { columnLetters, rowXml, type Cell } from './cells.ts';
import { contentTypes, rootRels, sheetBegin, sheetEnd, workbookRels, workbookXml } from './parts.ts';
import { STYLE, stylesXml } from './styles.ts';

/** Excel's limit, the header included. */
const MOST_SHEET_ROWS = 1_048_576;

interface TableColumn {
  title: string;
  /** In characters of the standard width; a Chinese one takes two. */
  width: number;
}

export interface Workbook {
  coverName: string;
  /** The first sheet: pairs of label and value, made once the rows are counted. */
  cover(rows: number): { title: string; lines: readonly (readonly [string, string])[] };
  tableName: string;
  columns: readonly TableColumn[];
  rows: AsyncIterable<readonly (readonly Cell[])[]>;
  sheetRows?: number;
}

/** A workbook in a new file. @returns how many rows the table has */
export function writeWorkbook(path: string, book: Workbook, signal: AbortSignal): Promise<number> {
  return streamWorkbook(createWriteStream(path, { flags: 'wx' }), book, signal);
}

/**
 * Writes a workbook while its rows come in: nothing but the batch at hand is in memory. A new sheet begins where Excel's ends.
 * @returns how many rows the table has
 */
export async function streamWorkbook(target: Writable, book: Workbook, signal: AbortSignal): Promise<number> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const written = pipeline(output, target, { signal });
  const failed = new Promise<never>((_, fail) => {
    zip.on('error', fail);
    written.catch(fail);
  });
  failed.catch(() => undefined);
  const batches = new Batches(book.rows);
  try {
    let sheets = 1;
    do {
      sheets += 1;
      const sheet = Readable.from(sheetXml(book, batches), { objectMode: false });
      const read = new Promise<void>((end, fail) => sheet.once('end', end).once('error', fail));
      zip.addReadStream(sheet, `xl/worksheets/sheet${sheets}.xml`, { mtime: EPOCH });
      await Promise.race([read, failed]);
    } while (await batches.more());
    const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(xml), name, { mtime: EPOCH });
    const names = Array.from({ length: sheets - 1 }, (_, at) =>
      at === 0 ? book.tableName : `${book.tableName} ${at + 1}`,
    );
    add('xl/worksheets/sheet1.xml', coverXml(book.cover(batches.taken)));
    add('xl/styles.xml', stylesXml);
    add('xl/workbook.xml', workbookXml([book.coverName, ...names]));
    add('xl/_rels/workbook.xml.rels', workbookRels(sheets));
    add('_rels/.rels', rootRels);
    add('[Content_Types].xml', contentTypes(sheets));
    zip.end();
    await written;
    return batches.taken;
  } catch (error) {
    output.destroy();
    await written.catch(() => undefined);
    throw error;
  } finally {
    await batches.close();
  }
}

/** Zip's oldest: the file says on its cover when it was made. */
const EPOCH = new Date(1980, 0, 1);

async function* sheetXml(book: Workbook, batches: Batches): AsyncGenerator<string> {
  const { columns, sheetRows = MOST_SHEET_ROWS } = book;
  yield sheetBegin(
    columns.map(({ width }) => width),
    true,
  );
  yield rowXml(
    1,
    columns.map(({ title }) => title),
    STYLE.header,
    24,
  );
  let row = 1;
  while (row < sheetRows && (await batches.more())) {
    let xml = '';
    for (const cells of batches.take(sheetRows - row)) xml += rowXml((row += 1), cells);
    yield xml;
  }
  yield sheetEnd(`A1:${columnLetters(columns.length - 1)}${row}`);
}

function coverXml({ title, lines }: ReturnType<Workbook['cover']>): string {
  const rows = lines.map(([label, value], index) => {
    // a filled label beside its value, each wrapped: the row is as high as the longer of the two
    const height = 20 * Math.max(1, Math.ceil(wide(value) / 74), Math.ceil(wide(label) / 20));
    return rowXml(index + 3, [label, value], STYLE.wrapped, height);
  });
  return sheetBegin([22, 76], false) + rowXml(1, [title], STYLE.title, 36) + rows.join('') + sheetEnd();
}

const wide = (text: string) => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);

/** Rows by batches, of which a sheet may take a part. */
class Batches {
  taken = 0;
  private readonly source: AsyncIterator<readonly (readonly Cell[])[]>;
  private batch: readonly (readonly Cell[])[] = [];
  private at = 0;

  constructor(rows: AsyncIterable<readonly (readonly Cell[])[]>) {
    this.source = rows[Symbol.asyncIterator]();
  }

  async more(): Promise<boolean> {
    while (this.at === this.batch.length) {
      const next = await this.source.next();
      if (next.done) return false;
      this.batch = next.value;
      this.at = 0;
    }
    return true;
  }

  take(most: number): readonly (readonly Cell[])[] {
    const part = this.batch.slice(this.at, this.at + most);
    this.at += part.length;
    this.taken += part.length;
    return part;
  }

  /** Ends the source, also in the middle. */
  async close(): Promise<void> {
    await this.source.return?.();
  }
}
