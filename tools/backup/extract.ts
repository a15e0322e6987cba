import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { StartProblem } from '../start/console.ts';
import { manifestName, type Manifest } from './archive.ts';

/**
 * Unpacks an archive below a folder and compares every file with the manifest.
 * @throws StartProblem when the archive is cut, damaged or not ours
 */
export async function extractVerified(file: string, folder: string): Promise<Manifest> {
  const found: Manifest['files'] = {};
  let manifest: Manifest | undefined;
  const tar = extract();
  tar.on('entry', (header, source, next) => {
    const stream = source as unknown as Readable;
    const place = safePlace(folder, header.name);
    const stored = async () => {
      if (header.type === 'directory') {
        mkdirSync(place, { recursive: true, mode: 0o700 });
        stream.resume();
      } else if (header.name === manifestName) {
        manifest = JSON.parse(await text(stream)) as Manifest;
      } else {
        found[header.name] = await store(stream, place);
      }
    };
    stored().then(() => next(), next);
  });
  try {
    await pipeline(createReadStream(file), createGunzip(), tar);
  } catch (error) {
    throw new StartProblem(`${file} cannot be read as a backup: ${(error as Error).message}`);
  }
  if (manifest?.format !== 1)
    throw new StartProblem(`${file} is no complete backup of this product: it has no manifest.`);
  const damaged = Object.entries(manifest.files).find(([name, { sha256 }]) => found[name]?.sha256 !== sha256);
  if (damaged) throw new StartProblem(`${file} is damaged: ${damaged[0]} is not as it was written.`);
  return manifest;
}

/** An archive made by other hands must not write outside the folder. */
function safePlace(folder: string, name: string): string {
  const place = path.resolve(folder, name);
  if (!place.startsWith(path.resolve(folder) + path.sep))
    throw new Error(`it names a place outside the folder (${name})`);
  return place;
}

async function store(stream: Readable, place: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
  stream.on('data', (chunk: Buffer) => {
    hash.update(chunk);
    bytes += chunk.length;
  });
  await pipeline(stream, createWriteStream(place, { mode: 0o600, flags: 'wx' }));
  return { bytes, sha256: hash.digest('hex') };
}

async function text(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
