import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs a program to its end and returns what it printed; a program that is not installed is named in the error. */
export async function run(program: string, args: string[]): Promise<string> {
  try {
    const { stdout } = await execute(program, args, { maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error(`${program} is not installed; see tools/lectures/README.md`, { cause: error });
    throw error;
  }
}

/** The length of a media file or playlist by its container, in milliseconds. */
export async function probeMs(file: string): Promise<number> {
  const seconds = await run('ffprobe', ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', file]);
  return Math.round(Number(seconds) * 1000);
}
