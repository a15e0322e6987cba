import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { StartProblem } from './console.ts';

/** Refuses a port that somebody listens on. */
export async function checkPort(port: number): Promise<void> {
  const problem = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const probe = createServer()
      .once('error', resolve)
      .listen(port, () => probe.close(() => resolve(undefined)));
  });
  if (problem?.code === 'EADDRINUSE') {
    throw new StartProblem(
      `Port ${port} is in use. Stop what runs there or choose another port: PORT=${port + 1} npm start`,
    );
  }
  if (problem?.code === 'EACCES') {
    throw new StartProblem(
      `Port ${port} needs more rights than this user has. Choose another port: PORT=3000 npm start`,
    );
  }
  if (problem)
    throw new StartProblem(`Port ${port} cannot be used (${problem.message}). Choose another: PORT=3001 npm start`);
}

/** Makes the data folder and proves that it can be written. */
export function checkDataFolder(folder: string): void {
  const probe = path.join(folder, `.write-test-${process.pid}`);
  try {
    // Node's recursive mkdir never ends below /proc and the like, so the last step is a plain one.
    mkdirSync(path.dirname(folder), { recursive: true });
    if (!existsSync(folder)) mkdirSync(folder);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new StartProblem(
      `The data folder ${folder} cannot be written (${reason}). Give this user the right to write it or choose another: DATA_DIR=/path npm start`,
    );
  }
}

const withoutFfmpeg =
  'ffmpeg is missing: everything but transcoding of uploaded videos works. Install it (Debian: apt-get install ffmpeg) or set FFMPEG_PATH.';

/**
 * Finds ffmpeg and ffprobe, and installs the distribution's package where this user may without being asked (root or passwordless sudo).
 * @returns a warning line where they stay missing
 */
export async function ensureFfmpeg(environment: NodeJS.ProcessEnv, dataDir: string): Promise<string | undefined> {
  if (found(environment.FFMPEG_PATH ?? 'ffmpeg') && found(environment.FFPROBE_PATH ?? 'ffprobe')) return undefined;
  const tried = path.join(dataDir, 'ffmpeg-install-tried');
  if (environment.FFMPEG_PATH || !found('apt-get') || existsSync(tried)) return withoutFfmpeg;
  const asRoot = process.getuid?.() === 0 ? [] : (await succeeds('sudo', ['-n', 'true'])) ? ['sudo', '-n'] : undefined;
  if (!asRoot) return withoutFfmpeg;
  console.log('• Installing the distribution’s ffmpeg (for transcoding of uploads)');
  const aptGet = (...args: string[]) => {
    const [program = 'apt-get', ...rest] = [...asRoot, 'apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=60', ...args];
    return succeeds(program, rest);
  };
  const install = () => aptGet('install', '-y', '--no-install-recommends', 'ffmpeg');
  if ((await install()) || ((await aptGet('update')) && (await install()))) return undefined;
  writeFileSync(tried, 'A start could not install ffmpeg; delete this file to let the next one try again.\n');
  return withoutFfmpeg;
}

function found(program: string): boolean {
  const places = program.includes('/') ? [''] : (process.env.PATH ?? '').split(path.delimiter);
  return places.some((place) => {
    try {
      accessSync(path.join(place, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function succeeds(program: string, args: string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return new Promise((resolve) => {
    execFile(program, args, { env, timeout: 240_000 }, (error) => resolve(!error));
  });
}
