/**
 * Runs on any Node from 20 and with nothing installed: makes node_modules match the lock file, then hands over to the Node that the
 * project pins (the npm dev dependency `node`).
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const modules = path.join(root, 'node_modules');
const stampFile = path.join(modules, '.dangxiao-install');
const wantedMajor = 24;

/** Ends the program with one line that says what is wrong and what to do. */
export function fail(line) {
  console.error(`\n✖ ${line}`);
  process.exit(1);
}

/** Runs `npm ci` when node_modules is not what package-lock.json asks for. */
export async function ensureInstalled() {
  const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (readIfThere(stampFile) === wanted) return;
  if (!matchesLock(JSON.parse(lock))) await install();
  writeFileSync(stampFile, wanted);
}

/**
 * Runs a program of ours under the pinned Node with our terminal, passes signals on and ends with its exit code. The channel between
 * the two tells the program when this process was killed, so that nothing stays behind.
 */
export function handOver(file, args) {
  const child = spawn(pinnedNode(), [path.resolve(root, file), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: `${path.join(modules, '.bin')}${path.delimiter}${process.env.PATH ?? ''}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  stopWhenOrphaned(child);
  child.on('error', (error) => fail(`Node ${wantedMajor} did not start: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

/** npm killed outright tells nobody: its child only finds itself with another parent. */
function stopWhenOrphaned(child) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1000).unref();
}

/** True when the packages that npm recorded as installed are those of the lock file (left-out optional ones excepted). */
function matchesLock(lock) {
  const recorded = readIfThere(path.join(modules, '.package-lock.json'));
  if (!recorded) return false;
  const installed = JSON.parse(recorded).packages;
  return Object.entries(lock.packages)
    .filter(([where, wanted]) => where.startsWith('node_modules/') && !wanted.link)
    .every(([where, wanted]) => {
      const found = installed[where];
      return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.devOptional);
    });
}

async function install() {
  console.log('• Installing packages (only when they changed; one or two minutes the first time)');
  const began = Date.now();
  const tick = setInterval(() => console.log(`  … ${Math.round((Date.now() - began) / 1000)} s`), 15_000);
  const npm = process.env.npm_execpath;
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const code = await new Promise((resolve) => {
    const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    child.on('error', () => resolve(127));
    child.on('exit', resolve);
  });
  clearInterval(tick);
  if (code === 127) fail('npm is not on PATH. Install Node.js 20 or newer together with npm, then try again.');
  if (code !== 0) fail('npm could not install the packages (its message is above). Check the network, then try again.');
  console.log(`  done in ${Math.round((Date.now() - began) / 1000)} s`);
}

/** The pinned Node's program; the running one where the pinned is absent but ours is new enough. */
function pinnedNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = path.join(modules, 'node', 'bin', name);
  if (!existsSync(pinned) && existsSync(path.dirname(path.dirname(pinned)))) {
    // npm was told not to run install scripts: run the one that puts the program in place.
    spawnSync(process.execPath, ['installArchSpecificPackage.js'], {
      cwd: path.join(modules, 'node'),
      stdio: 'ignore',
    });
  }
  const candidates = existsSync(pinned) ? [pinned, process.execPath] : [process.execPath];
  const usable = candidates.find((program) => majorOf(program) >= wantedMajor);
  if (!usable) {
    fail(
      `Node ${wantedMajor} is missing: npm did not install its "node" package. Run "npm rebuild node" or install Node ${wantedMajor}.`,
    );
  }
  return usable;
}

function majorOf(program) {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)\./.exec(stdout ?? '')?.[1] ?? 0);
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
