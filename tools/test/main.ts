/** All checks and tests in two lanes; the last line counts them. `npm test -- NAME…` runs only the named stages. */
import path from 'node:path';
import { ensureFfmpeg } from '../start/checks.ts';
import { root } from '../start/settings.ts';
import { buildStale } from '../start/build.ts';
import { check, jest, journeys, node, program, resultFolder, type Outcome } from './stage.ts';

const nx = (target: string) => node('node_modules/nx/dist/bin/nx.js', ['run-many', '-t', target]);

const stages: Record<string, () => Promise<Outcome>> = {
  lint: async () => {
    const projects = await check(nx('lint'));
    const tools = await check(
      node('node_modules/eslint/bin/eslint.js', [
        'tools',
        'eslint.config.mjs',
        'jest.config.mjs',
        'stryker.config.mjs',
      ]),
    );
    return add(projects, tools);
  },
  unused: () => check(node('node_modules/knip/bin/knip.js', ['--no-progress', '--treat-config-hints-as-errors'])),
  format: () => check(node('node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.'])),
  types: () => check(nx('typecheck')),
  unit: () => jest('unit'),
  build: () => check(buildStale().then(() => 0, fails)),
  web: () => jest('web'),
  api: () => jest('api', 2),
  measured: () => jest('measured'),
  journeys,
  compose: async () => {
    if ((await program('docker', ['compose', 'version'])) !== 0) {
      console.log('  no Docker client here: compose.yaml is not checked');
      return { passed: 0, failed: 0, skipped: 1 };
    }
    const files = ['--env-file', 'docker/.env.example', '-f', 'docker/compose.yaml'];
    const secrets = { SECRET_KEY: 'only-to-check-the-file', POSTGRES_PASSWORD: 'only-to-check-the-file' };
    return check(program('docker', ['compose', ...files, 'config', '--quiet'], { environment: secrets }));
  },
};

function fails(error: unknown): number {
  console.error(error instanceof Error ? error.message : error);
  return 1;
}

function add(a: Outcome, b: Outcome): Outcome {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(`✖ No stage named ${unknown.join(', ')}. There are: ${Object.keys(stages).join(', ')}`);
  process.exit(2);
}

const warning = await ensureFfmpeg(process.env, resultFolder);
if (warning) console.log(`! ${warning}`);

let total: Outcome = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];

async function run(name: string): Promise<void> {
  if (names.length > 0 && !names.includes(name)) return;
  console.log(`\n── ${name}`);
  const began = performance.now();
  const outcome = await stages[name]?.().catch((error: unknown) => ({ passed: 0, failed: fails(error), skipped: 0 }));
  if (!outcome) return;
  total = add(total, outcome);
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
  const skipped = outcome.skipped > 0 ? `, ${outcome.skipped} skipped` : '';
  lines.push(
    `${outcome.failed > 0 ? '✖' : '✓'} ${name.padEnd(9)} ${seconds} s  ${outcome.passed} passed, ${outcome.failed} failed${skipped}`,
  );
  console.log(lines.at(-1));
}

/** Side by side, one stage of each lane at a time: journeys mostly wait for a film to play. What is measured comes last, alone. */
const lanes = [
  ['api', 'lint', 'unused', 'unit', 'compose'],
  ['format', 'types', 'web', 'journeys'],
];
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
