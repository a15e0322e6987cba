/** `npm run faults -- [NAME…] [--rounds N]`: kills what runs while people work, and compares what was acknowledged with what is stored. */
import { parseArgs } from 'node:util';
import { backup } from './backup.ts';
import { exams } from './exams.ts';
import { notices } from './notices.ts';
import type { FaultReport } from './report.ts';
import { watching } from './watching.ts';

const runs: Record<string, (rounds: number) => Promise<FaultReport>> = {
  watching,
  exams,
  backup,
  notices,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '20' } },
});
const rounds = Number(values.rounds);
const names = positionals.length > 0 ? positionals : Object.keys(runs);
const unknown = names.filter((name) => !(name in runs));
if (unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1) {
  console.error(`Usage: npm run faults -- [${Object.keys(runs).join('|')}]… [--rounds N]`);
  process.exit(2);
}

let broke = false;
for (const name of names) {
  const report = await runs[name]?.(rounds);
  if (!report) continue;
  const { acknowledged, stored, lost, doubled, broken } = report;
  console.log(`${name}: acknowledged ${acknowledged}, stored ${stored}, lost ${lost}, doubled ${doubled}`);
  for (const line of broken) console.error(`  ✖ ${line}`);
  broke ||= lost > 0 || doubled > 0 || broken.length > 0 || acknowledged === 0;
}
process.exit(broke ? 1 : 0);
