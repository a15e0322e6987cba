import { spawn, execFileSync, type ChildProcess } from 'node:child_process';
import { accessSync, chownSync, constants, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** PostgreSQL refuses to run as root; as root it runs as this account of the machine. */
export interface Account {
  uid: number;
  gid: number;
}

function lookUp(name: string): Account | null {
  const row = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find((fields) => fields[0] === name);
  return row ? { uid: Number(row[2]), gid: Number(row[3]) } : null;
}

/** The account that the server runs as: null when we are not root, otherwise `postgres`, made if the machine has none. */
export function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const known = lookUp('postgres');
  if (known) return known;
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' });
  } catch {
    // a machine without useradd, or with a read-only /etc
  }
  const account = lookUp('postgres') ?? lookUp('nobody');
  if (!account)
    throw new Error('PostgreSQL cannot run as root: create a user named "postgres", or start as another user.');
  return account;
}

function mayTraverse(path: string, account: Account): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function setprivPath(): string | null {
  for (const path of ['/usr/bin/setpriv', '/bin/setpriv']) {
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // look further
    }
  }
  return null;
}

/**
 * Spawns one of PostgreSQL's programs as `account`. A clone below /root is closed to that account: then the program gets the one
 * capability to pass through folders (CAP_DAC_READ_SEARCH) by setpriv, which every Debian has.
 */
export function launch(
  program: string,
  args: string[],
  account: Account | null,
  folders: string[],
  detached = false,
): ChildProcess {
  const env = { PATH: process.env.PATH, LC_MESSAGES: 'C', TZ: 'UTC' };
  const options = { cwd: '/', env, stdio: 'pipe' as const, detached };
  if (!account) return spawn(program, args, options);
  if ([program, ...folders].every((path) => mayTraverse(path, account)))
    return spawn(program, args, { ...options, ...account });
  const setpriv = setprivPath();
  if (!setpriv) {
    throw new Error(
      `PostgreSQL runs as uid ${account.uid}, which cannot enter ${dirname(program)}: move the project out of root's home.`,
    );
  }
  const drop = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  // Without the secure bit access(2), by which the programs find each other, ignores capabilities of anybody but root.
  const pass = ['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search', '--securebits=+no_setuid_fixup'];
  return spawn(setpriv, [...drop, ...pass, '--', program, ...args], options);
}

export function give(path: string, account: Account | null): void {
  if (account) chownSync(path, account.uid, account.gid);
}
