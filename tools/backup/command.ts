import path from 'node:path';
import { StartProblem } from '../start/console.ts';
import { readSettings } from '../start/settings.ts';
import type { Source } from './take.ts';

/** Runs a command on FILE (the only argument) and the school of this environment; a problem ends it with its one line. */
export async function command(name: string, work: (file: string, school: Source) => Promise<string>): Promise<void> {
  try {
    const [file, ...rest] = process.argv.slice(2);
    if (!file || rest.length > 0) throw new StartProblem(`Usage: npm run ${name} -- FILE`);
    const { dataDir, addresses } = readSettings(process.env, []);
    const began = performance.now();
    const line = await work(path.resolve(process.env.INIT_CWD ?? '.', file), { dataDir, addresses });
    console.log(`✓ ${line} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  } catch (error) {
    console.error(`✖ ${error instanceof StartProblem ? error.message : ((error as Error).stack ?? String(error))}`);
    process.exitCode = 1;
  }
}
