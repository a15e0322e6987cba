import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { FileProblem } from './file-problem.ts';
import type { Lines } from './table-line.ts';
import { SheetParser } from './sheet.ts';
import { SharedStrings } from './shared-strings.ts';
import { parseXml } from './xml.ts';

const MB = 1024 * 1024;
const MOST_ENTRIES = 2_000;
/** Unpacked. A table of 200,000 people has about 100 MB. */
const MOST_UNPACKED = { sheet: 256 * MB, strings: 128 * MB, other: 8 * MB };

type Entries = Map<string, yauzl.Entry>;

async function entriesOf(zip: yauzl.ZipFile): Promise<Entries> {
  if (zip.entryCount > MOST_ENTRIES) throw new FileProblem('file_bomb');
  const entries: Entries = new Map();
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new FileProblem('file_old_excel');
    entries.set(entry.fileName.replace(/^\//, ''), entry);
  }
  return entries;
}

/** The content of a part; more bytes than it says of itself are refused on the way. */
async function contentOf(zip: yauzl.ZipFile, entry: yauzl.Entry | undefined, most: number): Promise<Readable> {
  if (!entry) throw new FileProblem('file_broken');
  if (entry.uncompressedSize > most) throw new FileProblem('file_bomb');
  return zip.openReadStreamPromise(entry);
}

/** The path of the first sheet that is shown. */
async function firstSheet(zip: yauzl.ZipFile, entries: Entries): Promise<string> {
  const small = (name: string) => contentOf(zip, entries.get(name), MOST_UNPACKED.other);
  let id = '';
  await parseXml(await small('xl/workbook.xml'), {
    open(tag, attributes) {
      const shown = !['hidden', 'veryHidden'].includes(attributes.state ?? '');
      if (tag === 'sheet' && id === '' && shown) id = attributes.id ?? '';
    },
  });
  let target = '';
  await parseXml(await small('xl/_rels/workbook.xml.rels'), {
    open(tag, attributes) {
      if (tag === 'Relationship' && attributes.Id === id) target = attributes.Target ?? '';
    },
  });
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** The lines of the first sheet of an Excel file, unpacked and parsed piece by piece. @throws FileProblem */
export async function* xlsxLines(path: string): Lines {
  let zip: yauzl.ZipFile | undefined;
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
    const entries = await entriesOf(zip);
    const sheet = await firstSheet(zip, entries);
    const strings = new SharedStrings();
    const shared = entries.get('xl/sharedStrings.xml');
    if (shared) await parseXml(await contentOf(zip, shared, MOST_UNPACKED.strings), strings);
    const parser = new SheetParser(strings.list);
    const content = await contentOf(zip, entries.get(sheet), MOST_UNPACKED.sheet);
    for await (const _piece of parseXml.pieces(content, parser)) yield* parser.ready.splice(0);
  } catch (error) {
    // what the unzipper and the parser say of a damaged file is for programmers
    throw error instanceof FileProblem ? error : new FileProblem('file_broken');
  } finally {
    zip?.close();
  }
}
