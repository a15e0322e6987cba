import { buildStale } from '../start/build.ts';
import { check, jest, journeys, node, program, type Outcome } from './stage.ts';

const prettier = ['--check', '--log-level=warn', '--ignore-unknown'];

/** A target of every project, or of those that these files belong to and those that need them. */
const nx = (target: string, files: readonly string[]) =>
  node(
    'node_modules/nx/dist/bin/nx.js',
    files.length > 0 ? ['affected', '-t', target, `--files=${files.join(',')}`] : ['run-many', '-t', target],
  );

/** Each stage of `npm test`; with files it looks at these alone, or at what they touch. */
export const stages: Readonly<Record<string, (files: readonly string[]) => Promise<Outcome>>> = {
  lint: async (files) => {
    const projects = await check(nx('lint', files));
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
  format: (files) =>
    check(node('node_modules/prettier/bin/prettier.cjs', [...prettier, ...(files.length > 0 ? files : ['.'])])),
  types: (files) => check(nx('typecheck', files)),
  unit: (files) => jest('unit', 1, files),
  build: () => check(buildStale().then(() => 0, fails)),
  web: () => jest('web'),
  api: (files) => jest('api', 2, files),
  measured: (files) => jest('measured', 1, files),
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

/** Says what went wrong. @returns 1, the exit code of a failure */
export function fails(error: unknown): number {
  console.error(error instanceof Error ? error.message : error);
  return 1;
}

/** Two outcomes as one. */
export function add(a: Outcome, b: Outcome): Outcome {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
