import { spawn } from 'node:child_process';
import { MediaFailure } from './failure.ts';
import { confinement } from './confinement.ts';

export interface ProgramOptions {
  cwd: string;
  signal: AbortSignal;
  timeoutMs: number;
  /** Where programs are looked for, as in PATH. */
  searchPath: string;
  /** Gets the standard output piece by piece, instead of its being collected. */
  onOutput?: (text: string) => void;
}

const KEPT_ERROR = 4_000;

/**
 * Runs ffmpeg or ffprobe as a process of its own: low priority, no network where the system allows, killed with its whole group at the timeout, on
 * abort, and when we die. Resolves to its standard output.
 * @throws MediaFailure ffmpeg_missing, out_of_space, damaged (it ended with an error); Error when it was killed, which is worth another try
 */
export async function runProgram(program: string, args: readonly string[], options: ProgramOptions): Promise<string> {
  const { cwd, signal, timeoutMs, searchPath, onOutput } = options;
  signal.throwIfAborted();
  const [command = program, ...rest] = [...(await confinement()), program, ...args];
  const child = spawn(command, rest, {
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    // nothing of ours: the environment holds secrets
    env: { PATH: searchPath, LC_ALL: 'C' },
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (onOutput ? onOutput(text) : (output += text)));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors = (errors + text).slice(-KEPT_ERROR)));
  const kill = () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // it has ended already
    }
  };
  const timer = setTimeout(kill, timeoutMs);
  signal.addEventListener('abort', kill, { once: true });
  try {
    const ended = await new Promise<{ code: number | null; killedBy: string | null }>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, killedBy) => resolve({ code, killedBy }));
    });
    if (ended.code === 0) return output;
    throw failureOf(program, ended, errors);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new MediaFailure('ffmpeg_missing') : error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', kill);
  }
}

function failureOf(program: string, ended: { code: number | null; killedBy: string | null }, errors: string): Error {
  if (ended.killedBy !== null) return new Error(`${program} was killed by ${ended.killedBy}`);
  if (/No space left on device/i.test(errors)) return new MediaFailure('out_of_space');
  if (ended.code === 127) return new MediaFailure('ffmpeg_missing');
  const lines = errors.split('\n').filter((line) => line.trim() !== '');
  // paths of this machine are nobody's business
  return new MediaFailure(
    'damaged',
    lines
      .slice(-3)
      .join(' ')
      .replace(/(file:)?\/[^\s:']*/g, '…')
      .slice(0, 300),
  );
}
