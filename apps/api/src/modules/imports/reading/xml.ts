import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { FileProblem } from './file-problem.ts';

/** Told what stands in an XML part, names without their prefixes. */
export interface XmlHandler {
  open?(tag: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(tag: string): void;
}

/** No tag and no text of a table is longer. */
const LONGEST_TOKEN = 4 * 1024 * 1024;

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** Most tags of a sheet have no attributes, and nearly all of the others none with a prefix. */
function unprefixed(attributes: Record<string, string>): Record<string, string> {
  for (const key in attributes) {
    if (key.includes(':'))
      return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));
  }
  return attributes;
}

/**
 * Parses a part as it is unpacked, and yields after each piece. There is no document type, so no entity of the file's own: what would read
 * other files or grow without end is refused.
 */
async function* pieces(content: Readable, handler: XmlHandler): AsyncGenerator<void, void, undefined> {
  // Nobody is told at which line and column a file is damaged; counting them takes a fifth of the time.
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new FileProblem('file_broken');
  });
  parser.on('opentag', ({ name, attributes }) => {
    handler.open?.(local(name), unprefixed(attributes));
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', ({ name }) => handler.close?.(local(name)));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let open = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    const last = chunk.lastIndexOf('<');
    open = last < 0 ? open + chunk.length : chunk.length - last;
    if (open > LONGEST_TOKEN) throw new FileProblem('file_bomb');
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  parser.write(decoder.decode()).close();
  yield;
}

/** Parses a whole part. */
export async function parseXml(content: Readable, handler: XmlHandler): Promise<void> {
  for await (const _piece of pieces(content, handler));
}
parseXml.pieces = pieces;
