import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Raised when what the generator writes changes: an older province is made anew. */
export const EDITION = 5;

interface NotedPlace {
  id: string;
  name: string;
}

export interface NotedAccount {
  login: string;
  password: string;
  name: string;
  what: string;
}

/** What a finished province says of itself, in its data folder. */
export interface ProvinceNote {
  edition: number;
  people: number;
  /** Until when its records reach. */
  madeAt: string;
  /** `admin`, `city`, `county`, `branch`, `learner` and more. */
  accounts: Record<string, NotedAccount>;
  places: Record<'root' | 'city' | 'county' | 'branch' | 'learner', NotedPlace>;
}

const file = (dataDir: string) => path.join(dataDir, 'province.json');

export function readNote(dataDir: string): ProvinceNote | undefined {
  return existsSync(file(dataDir)) ? (JSON.parse(readFileSync(file(dataDir), 'utf8')) as ProvinceNote) : undefined;
}

export function writeNote(dataDir: string, note: ProvinceNote): void {
  writeFileSync(file(dataDir), `${JSON.stringify(note, null, 2)}\n`);
}
