import { readdir } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { Archive } from './archive.ts';

/** Folders of a cluster whose content belongs to the running server; they must exist, empty, in a copy. */
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);
const leftOut =
  /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|backup_label.*|tablespace_map.*|current_logfiles.*)$/;

/**
 * Copies the files of a running server under its own backup functions: every transaction that was acknowledged before `createdAt`
 * is in the copy. The log from the copy's first checkpoint to its end goes along, held back from recycling by a temporary slot.
 * @param dataDir the server's folder; entries go below `postgres/`
 */
export async function copyCluster(
  archive: Archive,
  url: string,
  dataDir: string,
): Promise<{ postgres: number; createdAt: string }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      "select pg_create_physical_replication_slot('dangxiao_backup_' || pg_backend_pid(), true, true)",
    );
    const start = await client.query<{ file: string; version: string }>(
      `select pg_walfile_name(pg_backup_start('dangxiao', true)) as file, current_setting('server_version_num') as version`,
    );
    const { file: firstLog, version } = only(start.rows);
    await copyFolder(archive, dataDir, '');
    const createdAt = new Date().toISOString();
    const stop = await client.query<{ labelfile: string; file: string }>(
      `select labelfile, pg_walfile_name(lsn) as file from pg_backup_stop(false)`,
    );
    const { labelfile, file: lastLog } = only(stop.rows);
    await archive.addText('postgres/backup_label', labelfile);
    await copyLog(archive, path.join(dataDir, 'pg_wal'), firstLog, lastLog);
    return { postgres: Math.floor(Number(version) / 10_000), createdAt };
  } finally {
    await client.end();
  }
}

async function copyFolder(archive: Archive, dataDir: string, below: string): Promise<void> {
  archive.addFolder(path.posix.join('postgres', below));
  if (emptied.has(below)) {
    if (below === 'pg_wal')
      for (const name of ['archive_status', 'summaries']) archive.addFolder(`postgres/pg_wal/${name}`);
    return;
  }
  for (const entry of await readdir(path.join(dataDir, below), { withFileTypes: true })) {
    const place = path.posix.join(below, entry.name);
    if (leftOut.test(entry.name)) continue;
    if (entry.isDirectory()) await copyFolder(archive, dataDir, place);
    // Last of all: what it says must not be older than the files.
    else if (entry.isFile() && place !== 'global/pg_control')
      await archive.addFile(`postgres/${place}`, path.join(dataDir, place));
  }
  if (below === '') await archive.addFile('postgres/global/pg_control', path.join(dataDir, 'global/pg_control'));
}

/** Segments of the log have names that sort as they were written. */
async function copyLog(archive: Archive, folder: string, first: string, last: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^[0-9A-F]{24}(\.history)?$/.test(name)).sort();
  const wanted = names.filter((name) => name >= first && name <= last);
  if (wanted[0] !== first || wanted.at(-1) !== last)
    throw new Error(`The server's log ${first} to ${last} is not complete.`);
  for (const name of wanted) await archive.addFile(`postgres/pg_wal/${name}`, path.join(folder, name));
}

function only<Row>(rows: Row[]): Row {
  const [row] = rows;
  if (!row) throw new Error('The server answered without a row.');
  return row;
}
