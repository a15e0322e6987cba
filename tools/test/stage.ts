import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../start/settings.ts';

export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
}

export const resultFolder = path.join(root, 'test-results');
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  FORCE_COLOR: '0',
  CI: '1',
};
/** Where this very program was started by a test runner or Nx, its children must not believe they belong to that run. */
delete environment.NODE_OPTIONS;

interface Program {
  /** Shown as it comes; otherwise only when the program fails. */
  show?: boolean;
  environment?: NodeJS.ProcessEnv;
}

/** Runs one of our tools with Node. @returns its exit code */
export async function node(
  file: string,
  args: string[],
  { show = false, environment: extra }: Program = {},
): Promise<number> {
  return program(process.execPath, [path.join(root, file), ...args], { show, environment: extra });
}

export async function program(
  name: string,
  args: string[],
  { show = false, environment: extra }: Program = {},
): Promise<number> {
  const stdio = show ? (['ignore', 'inherit', 'inherit'] as const) : (['ignore', 'pipe', 'pipe'] as const);
  const child = spawn(name, args, { cwd: root, env: { ...environment, ...extra }, stdio: [...stdio] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number>((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', (exit) => resolve(exit ?? 1));
  });
  if (code !== 0) console.log(said);
  return code;
}

/** A check that passes or fails as one. */
export async function check(code: Promise<number>): Promise<Outcome> {
  return (await code) === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
}

/**
 * Runs a project of jest.config.mjs, or the named files of it, and counts its tests; a file that could not run is a failure. With two workers one computes while the other
 * waits for a database, a film or a killed process to come back.
 */
export async function jest(project: string, workers = 1, files: readonly string[] = []): Promise<Outcome> {
  const file = freshReport(`${project}.json`);
  const args = [
    '-c',
    'jest.config.mjs',
    `--maxWorkers=${workers}`,
    '--selectProjects',
    project,
    '--json',
    `--outputFile=${file}`,
    ...(files.length > 0 ? ['--runTestsByPath', ...files] : []),
  ];
  const code = await node('node_modules/jest/bin/jest.js', args, {
    show: true,
    environment: { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
  });
  const report = readReport<JestReport>(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = report;
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return counted(code, { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests });
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** Runs the journeys in a real browser, or those of the named files, and counts them. */
export async function journeys(files: readonly string[] = []): Promise<Outcome> {
  const file = freshReport('journeys.json');
  const code = await node(
    'node_modules/@playwright/test/cli.js',
    ['test', '-c', 'test/journeys/playwright.config.ts', ...files],
    { show: true },
  );
  const report = readReport<PlaywrightReport>(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return counted(code, { passed: expected, failed: unexpected + flaky + report.errors.length, skipped });
}

/** A run that failed without naming a test still counts as a failure. */
function counted(code: number, outcome: Outcome): Outcome {
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

function freshReport(name: string): string {
  const file = path.join(resultFolder, name);
  mkdirSync(resultFolder, { recursive: true });
  rmSync(file, { force: true });
  return file;
}

function readReport<Report>(file: string): Report | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
}
