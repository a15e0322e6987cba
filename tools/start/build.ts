import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartProblem } from './console.ts';
import { root } from './settings.ts';

/** What each app is built from and into; Nx knows the same in nx.json, this is the quick look that spares its start-up. */
const apps = [
  { name: 'api', sources: ['apps/api', 'libs'], product: 'apps/api/dist/main.js' },
  { name: 'portal', sources: ['apps/portal', 'libs'], product: 'apps/portal/dist/index.html' },
  { name: 'admin', sources: ['apps/admin', 'libs'], product: 'apps/admin/dist/index.html' },
] as const;
const stamps = path.join(root, '.nx', 'built');

/** Builds the apps whose sources changed since they were last built here. @returns the names of those that were built */
export async function buildStale(names: readonly string[] = apps.map((app) => app.name)): Promise<string[]> {
  const stale = apps
    .filter((app) => names.includes(app.name) && stampOf(app) !== readStamp(app.name))
    .map(({ name }) => name);
  if (stale.length === 0) return [];
  await runNx(stale);
  mkdirSync(stamps, { recursive: true });
  for (const app of apps.filter(({ name }) => stale.includes(name))) {
    if (!existsSync(path.join(root, app.product)))
      throw new StartProblem(`The build of ${app.name} made no ${app.product}.`);
    writeFileSync(path.join(stamps, app.name), stampOf(app));
  }
  return stale;
}

/** A hash of the sources and of when the product was written, so that a build made by other hands is noticed as well. */
function stampOf(app: (typeof apps)[number]): string {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'tsconfig.json', 'nx.json'])
    hash.update(readFileSync(path.join(root, file)));
  for (const folder of app.sources) addFolder(hash, folder);
  const product = path.join(root, app.product);
  hash.update(existsSync(product) ? String(statSync(product).mtimeMs) : 'absent');
  return hash.digest('hex');
}

function addFolder(hash: ReturnType<typeof createHash>, folder: string): void {
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  for (const entry of entries) {
    const place = `${folder}/${entry.name}`;
    if (entry.isDirectory() && !['dist', 'node_modules', 'test-results'].includes(entry.name)) addFolder(hash, place);
    if (entry.isFile() && !/\.test\.tsx?$/.test(place)) hash.update(place).update(readFileSync(path.join(root, place)));
  }
}

function readStamp(name: string): string | undefined {
  const file = path.join(stamps, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

async function runNx(projects: string[]): Promise<void> {
  const nx = path.join(root, 'node_modules/nx/dist/bin/nx.js');
  const args = [nx, 'run-many', '-t', 'build', '-p', projects.join(',')];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code === 0) return;
  console.error(output.join(''));
  throw new StartProblem(`The build of ${projects.join(', ')} failed; its messages are above.`);
}
