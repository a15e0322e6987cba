import { existsSync, readdirSync } from 'node:fs';
import { StartProblem } from '../start/console.ts';
import { EDITION, readNote } from './note.ts';

export interface Preparing {
  dataDir: string;
  people: number;
  say(line: string): void;
}

/** Makes the province in its own data folder, unless it is there already. Never touches a folder that holds anything else. */
export async function prepareProvince({ dataDir, people }: Preparing): Promise<void> {
  const note = readNote(dataDir);
  if (note && note.people === people && note.edition === EDITION) return;
  if (!note && existsSync(dataDir) && readdirSync(dataDir).length > 0)
    throw new StartProblem(`${dataDir} holds something else: name an empty folder with DATA_DIR.`);
  throw new StartProblem('not yet');
}
