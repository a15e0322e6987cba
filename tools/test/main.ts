/**
 * All checks and tests in two lanes; the last line counts them. `npm test -- NAME…` runs only the named stages, `npm test -- --changed [BASE]`
 * what the changes since BASE (`main`), committed or not, can touch.
 */
import path from 'node:path';
import { ensureFfmpeg } from '../start/checks.ts';
import { root } from '../start/settings.ts';
import { choose, type Choice } from './changed/choose.ts';
import { changedFiles, readSources } from './changed/repository.ts';
import { resultFolder, type Outcome } from './stage.ts';
import { add, fails, stages } from './stages.ts';

/** Side by side, one stage of each lane at a time: the checks, then the journeys, take as long as the API. What is measured comes last, alone. */
const lanes = [
  ['api', 'compose'],
  ['format', 'unused', 'lint', 'types', 'unit', 'web', 'journeys'],
];

const names = process.argv.slice(2);
const chosen = names[0] === '--changed' ? chooseChanged(names[1] ?? 'main') : named(names);

/** The stages that were asked for by name; all without a name. */
function named(wanted: readonly string[]): Map<string, string[]> {
  const unknown = wanted.filter((name) => !(name in stages));
  if (unknown.length > 0) {
    console.error(`✖ No stage named ${unknown.join(', ')}. There are: ${Object.keys(stages).join(', ')}`);
    process.exit(2);
  }
  return new Map((wanted.length > 0 ? wanted : Object.keys(stages)).map((name) => [name, []]));
}

/** What the changes can touch, after saying so. */
function chooseChanged(base: string): Map<string, string[]> {
  const changed = changedFiles(base);
  const choices = changed.length > 0 ? choose(changed, readSources()) : [];
  console.log(`${changed.length} files differ from ${base}`);
  if (!choices) console.log('  everything: the change is of packages or of how everything runs');
  for (const choice of choices ?? []) console.log(`  ${said(choice)}`);
  return choices ? new Map(choices.map(({ stage, files }) => [stage, files ?? []])) : named([]);
}

function said({ stage, files = [], why }: Choice): string {
  const tests = files.filter((file) => /\.(test|spec)\.ts$/.test(file)).map((file) => path.basename(file));
  return `${stage.padEnd(9)} because of ${why}${tests.length > 0 ? `: ${tests.join(', ')}` : ''}`;
}

const warning = await ensureFfmpeg(process.env, resultFolder);
if (warning) console.log(`! ${warning}`);

let total: Outcome = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];

async function run(name: string): Promise<void> {
  const files = chosen.get(name);
  if (!files) return;
  console.log(`\n── ${name}`);
  const began = performance.now();
  const outcome = await stages[name]?.(files).catch((error: unknown) => ({
    passed: 0,
    failed: fails(error),
    skipped: 0,
  }));
  if (!outcome) return;
  total = add(total, outcome);
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
  const skipped = outcome.skipped > 0 ? `, ${outcome.skipped} skipped` : '';
  lines.push(
    `${outcome.failed > 0 ? '✖' : '✓'} ${name.padEnd(9)} ${seconds} s  ${outcome.passed} passed, ${outcome.failed} failed${skipped}`,
  );
  console.log(lines.at(-1));
}

await run('build');
await Promise.all(
  lanes.map(async (lane) => {
    for (const name of lane) await run(name);
  }),
);
await run('measured');
console.log(`\n${lines.join('\n')}`);
console.log(`Reports: ${path.relative(root, resultFolder)}/\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
