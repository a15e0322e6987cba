import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The fields of the kernel's line about a process, from its state on; null where there is no /proc or no such process. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** Does the process run? One that has ended and only waits for its parent to notice does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return statOf(pid)?.[0] !== 'Z';
}

/** When the process began, in the kernel's words; '' where there is no /proc. Tells a reused process id from the real one. */
const birth = (pid: number): string => statOf(pid)?.[19] ?? '';

function runsPostgres(pid: number, dataDir: string): boolean {
  if (!existsSync('/proc/self')) return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(dataDir);
  } catch {
    return false;
  }
}

const ownerFile = (dataDir: string) => `${dataDir}.owner`;

/** Notes that this process runs the server of `dataDir`. */
export function claim(dataDir: string): void {
  writeFileSync(ownerFile(dataDir), JSON.stringify({ pid: process.pid, birth: birth(process.pid) }), { mode: 0o600 });
}

export function release(dataDir: string): void {
  rmSync(ownerFile(dataDir), { force: true });
}

/** Refuses a folder that another living process of ours serves. */
export function assertUnclaimed(dataDir: string): void {
  let owner: { pid: number; birth: string };
  try {
    owner = JSON.parse(readFileSync(ownerFile(dataDir), 'utf8')) as { pid: number; birth: string };
  } catch {
    return;
  }
  if (owner.pid !== process.pid && isAlive(owner.pid) && birth(owner.pid) === owner.birth) {
    throw new Error(
      `The database in ${dataDir} is already run by process ${owner.pid}: stop that one, or set another DATA_DIR.`,
    );
  }
}

/** Ends a server that outlived its killed parent, and removes the lock of one that died with it. */
export async function clearLeftovers(dataDir: string): Promise<void> {
  const lock = join(dataDir, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number.parseInt(readFileSync(lock, 'utf8'), 10);
  if (pid > 0 && isAlive(pid) && runsPostgres(pid, dataDir)) {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; isAlive(pid); waited += 50) {
      if (waited === 10_000) process.kill(pid, 'SIGQUIT');
      if (waited > 20_000) throw new Error(`An old database server (process ${pid}) does not end: end it by hand.`);
      await sleep(50);
    }
  }
  rmSync(lock, { force: true });
}
