import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Addresses } from '../../apps/api/src/database/addresses.ts';

/** What a running start tells the other commands (admin, backup, …): where its database is: the application's address and the owner's. */
export interface RunningNote extends Addresses {
  pid: number;
  port: number;
}

const noteFile = (dataDir: string) => path.join(dataDir, 'running.json');

export function writeNote(dataDir: string, note: RunningNote): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(noteFile(dataDir), JSON.stringify(note), { mode: 0o600 });
}

/** Removes the note of this process, never that of another start. */
export function removeNote(dataDir: string): void {
  if (runningStart(dataDir)?.pid === process.pid) rmSync(noteFile(dataDir), { force: true });
}

/** The start that is running on this data folder, if one is. */
export function runningStart(dataDir: string): RunningNote | undefined {
  try {
    const note = JSON.parse(readFileSync(noteFile(dataDir), 'utf8')) as RunningNote;
    process.kill(note.pid, 0);
    return note;
  } catch {
    return undefined;
  }
}
