/** `npm run bench -- [NAME…] [--json FILE] [--short]`: our server against a bare Fastify + pg handler on the same database. Exit 1 only if a bench could not run. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { names, type Name } from './benches.ts';
import { bench, type Length } from './run.ts';
import { header, lineOf } from './table.ts';
import type { Result } from './types.ts';

const usual: Length = { connections: 64, rounds: 3, seconds: 4, warmUp: 3 };
/** For the tests: does it run, and without errors? */
const short: Length = { connections: 16, rounds: 1, seconds: 1, warmUp: 0.5 };

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'string' }, short: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => !names.includes(name as Name));
  if (unknown.length > 0) throw new Error(`There is no bench ${unknown.join(', ')}; there are ${names.join(', ')}.`);
  const chosen = names.filter((name) => positionals.length === 0 || positionals.includes(name));
  const results: Result[] = [];
  for await (const result of bench(chosen, values.short ? short : usual)) {
    if (results.length === 0) console.log(header);
    console.log(lineOf(result));
    results.push(result);
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
}

try {
  await main();
} catch (error) {
  console.error(`✖ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
