/** `npm run bench -- [NAME…] [--json FILE] [--short]`: our server against a bare Fastify + pg handler on the same database; `province` is ours at the size of a province. Exit 1 only if a bench could not run. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { names, type Name } from './benches.ts';
import { provinceBenches } from './province/registry.ts';
import { benchProvince } from './province/run.ts';
import { provinceHeader, provinceLine } from './province/table.ts';
import { bench, type Length } from './run.ts';
import { header, lineOf } from './table.ts';
import type { Row } from './province/types.ts';
import type { Result } from './types.ts';

const usual: Length = { connections: 64, rounds: 3, seconds: 4, warmUp: 3 };
/** For the tests: does it run, and without errors? */
const short: Length = { connections: 16, rounds: 1, seconds: 1, warmUp: 0.5 };

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'string' }, short: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const parts = Object.keys(provinceBenches);
  const known: string[] = [...names, 'province', ...parts.map((part) => `province/${part}`)];
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`There is no bench ${unknown.join(', ')}; there are ${known.join(', ')}.`);
  const chosen = names.filter((name) => positionals.length === 0 || positionals.includes(name));
  const results: (Result | Row)[] = [];
  if (chosen.length > 0) await hotPaths(chosen, values.short, results);
  const wanted = parts.filter((part) => positionals.includes('province') || positionals.includes(`province/${part}`));
  if (wanted.length > 0) await province(wanted, results);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
}

async function hotPaths(chosen: readonly Name[], briefly: boolean, results: (Result | Row)[]): Promise<void> {
  for await (const result of bench(chosen, briefly ? short : usual)) {
    if (results.length === 0) console.log(header);
    console.log(lineOf(result));
    results.push(result);
  }
}

/** Not among all benches: the first run makes its provinces, which takes minutes and some 20 GB. */
async function province(parts: readonly string[], results: (Result | Row)[]): Promise<void> {
  const rows = benchProvince(parts, (line) => console.error(line));
  let headed = false;
  for await (const row of rows) {
    if (!headed) console.log(provinceHeader);
    headed = true;
    console.log(provinceLine(row));
    results.push(row);
  }
}

try {
  await main();
} catch (error) {
  console.error(`✖ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
