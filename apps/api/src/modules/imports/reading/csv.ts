import { createReadStream } from 'node:fs';
import { FileProblem } from './file-problem.ts';
import { MOST_COLUMNS, type Lines } from './table-line.ts';

const LONGEST_CELL = 32_767;

/** Decodes the whole file strictly. @returns whether every byte has a meaning in the encoding */
async function decodes(path: string, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      // a text has no zero bytes
      if (encoding !== 'utf-16le' && encoding !== 'utf-16be' && chunk.includes(0)) return false;
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** By the byte order mark; without one UTF-16 by its zero bytes, then UTF-8, then GB 18030, which includes GBK. */
async function encodingOf(path: string, head: Buffer): Promise<string> {
  const candidates: string[] = [];
  const zeros = (parity: number) => head.filter((byte, at) => at % 2 === parity && byte === 0).length;
  if (head[0] === 0xff && head[1] === 0xfe) candidates.push('utf-16le');
  else if (head[0] === 0xfe && head[1] === 0xff) candidates.push('utf-16be');
  else if (zeros(1) > head.length / 8) candidates.push('utf-16le');
  else if (zeros(0) > head.length / 8) candidates.push('utf-16be');
  else candidates.push('utf-8', 'gb18030');
  for (const encoding of candidates) if (await decodes(path, encoding)) return encoding;
  throw new FileProblem(head.includes(0) && candidates[0] === 'utf-8' ? 'file_unknown' : 'file_encoding');
}

/** What stands between cells: the one of comma, semicolon and tab that the first line has most of. */
function separatorOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (separator: string) => first.split(separator).length;
  return [',', '\t', ';'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** Comma-separated text by RFC 4180, read in pieces; quotes may hold line breaks. */
class Parser {
  readonly ready: { row: number; cells: string[] }[] = [];
  private cells: string[] = [];
  private cell = '';
  private quoted = false;
  private closed = false;
  private row = 1;
  private afterReturn = false;

  constructor(private readonly separator: string) {}

  push(text: string): void {
    for (const character of text) {
      if (this.afterReturn) {
        this.afterReturn = false;
        if (character === '\n') continue;
      }
      this.take(character);
      if (this.cell.length > LONGEST_CELL) throw new FileProblem('quote_open', { row: this.row });
    }
  }

  end(): void {
    if (this.quoted && !this.closed) throw new FileProblem('quote_open', { row: this.row });
    if (this.cell !== '' || this.cells.length > 0) this.endLine();
  }

  private take(character: string): void {
    if (this.quoted && !this.closed) {
      if (character === '"') this.closed = true;
      else this.cell += character;
    } else if (character === '"' && this.closed) {
      this.cell += '"';
      this.closed = false;
    } else if (character === '"' && this.cell === '') this.quoted = true;
    // ="0123": how some programs keep the digits of a text
    else if (character === '"' && this.cell === '=') {
      this.cell = '';
      this.quoted = true;
    } else if (character === this.separator) this.endCell();
    else if (character === '\n' || character === '\r') {
      this.afterReturn = character === '\r';
      this.endLine();
    } else this.cell += character;
  }

  private endCell(): void {
    this.cells.push(this.cell);
    if (this.cells.length > MOST_COLUMNS)
      throw new FileProblem('too_many_columns', { row: this.row, maximum: MOST_COLUMNS });
    this.cell = '';
    this.quoted = false;
    this.closed = false;
  }

  private endLine(): void {
    this.endCell();
    this.ready.push({ row: this.row, cells: this.cells });
    this.cells = [];
    this.row += 1;
  }
}

/** The lines of a CSV file in UTF-8, UTF-16 or GB 18030. @throws FileProblem */
export async function* csvLines(path: string, head: Buffer): Lines {
  const decoder = new TextDecoder(await encodingOf(path, head), { fatal: true });
  let parser: Parser | undefined;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const text = decoder.decode(chunk, { stream: true });
    parser ??= new Parser(separatorOf(text));
    parser.push(text);
    yield* parser.ready.splice(0);
  }
  parser ??= new Parser(',');
  parser.push(decoder.decode());
  parser.end();
  yield* parser.ready.splice(0);
}
