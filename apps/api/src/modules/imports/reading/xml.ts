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

/**
 * Parses a part as it is unpacked, and yields after each piece. There is no document type, so no entity of the file's own: what would read
 * other files or grow without end is refused.
 */
async function* pieces(content: Readable, handler: XmlHandler): AsyncGenerator<void, void, undefined> {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new FileProblem('file_broken');
  });
  parser.on('opentag', ({ name, attributes }) => {
    handler.open?.(
      local(name),
      Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), value])),
    );
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
