/** `npm run demo:province -- [--people N]`: a province of 100,000 people with two years of records, in a data folder of its own (DATA_DIR or .data/province). */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { table } from '../start/console.ts';
import { root } from '../start/settings.ts';
import { readNote } from './note.ts';
import { prepareProvince } from './prepare.ts';

function bytesOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

try {
  const { values } = parseArgs({ options: { people: { type: 'string', default: '100000' } } });
  const people = Number(values.people);
  if (!Number.isInteger(people) || people < 100 || people > 200_000)
    throw new Error(`--people is "${values.people}": give a number from 100 to 200000`);
  const dataDir = path.resolve(root, process.env.DATA_DIR ?? '.data/province');
  const began = performance.now();
  await prepareProvince({ dataDir, people, say: (line) => console.log(line) });
  const note = readNote(dataDir);
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  console.log(
    `✓ ${people.toLocaleString('en')} people in ${dataDir}: ${minutes} minutes, ${(bytesOf(dataDir) / 1e9).toFixed(1)} GB`,
  );
  console.log(`\n  Demo accounts 演示账号`);
  console.log(
    table(Object.values(note?.accounts ?? {}).map(({ login, password, name, what }) => [login, password, name, what])),
  );
  console.log(`\n  Start it with: DATA_DIR=${path.relative(root, dataDir) || dataDir} npm start`);
} catch (error) {
  console.error(`✖ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
