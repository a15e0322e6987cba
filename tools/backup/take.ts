import { existsSync, renameSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Addresses } from '../../apps/api/src/database/addresses.ts';
import { startEmbedded } from '../embedded/postgres.ts';
import { StartProblem } from '../start/console.ts';
import { runningStart } from '../start/running.ts';
import { Archive, type Manifest } from './archive.ts';
import { copyCluster } from './cluster.ts';
import { copyTables } from './tables.ts';

export interface Source {
  dataDir: string;
  /** Of a PostgreSQL elsewhere; without it the embedded one in the data folder is copied. */
  addresses?: Addresses;
}

/** What lies in the data folder but is no data: the cluster has its own way, the rest belongs to this machine. */
const notData =
  /^(postgres|postgres\.owner|logs|running\.json|ffmpeg-install-tried|restoring-.*|set-aside-.*|\.write-test-.*)$/;

/**
 * Writes one archive with the database and everything else in the data folder, while the school is in use. The database is copied first:
 * what its rows refer to was stored before they were committed.
 */
export async function takeBackup(file: string, source: Source): Promise<number> {
  if (existsSync(file)) throw new StartProblem(`${file} exists already: choose another name.`);
  const partial = `${file}.partial`;
  rmSync(partial, { force: true });
  try {
    const archive = new Archive(partial);
    // As the owner: a long copy meets no time limit of the application's.
    const about = source.addresses
      ? { kind: 'tables' as const, ...(await copyTables(archive, source.addresses.ownerUrl)) }
      : await copyEmbedded(archive, source.dataDir);
    await copyData(archive, source.dataDir, '');
    await archive.finish(about);
    renameSync(partial, file);
    return Object.keys(archive.files).length;
  } finally {
    rmSync(partial, { force: true });
  }
}

type About = Pick<Manifest, 'kind' | 'postgres' | 'createdAt'>;

async function copyEmbedded(archive: Archive, dataDir: string): Promise<About> {
  const cluster = path.join(dataDir, 'postgres');
  if (!existsSync(path.join(cluster, 'PG_VERSION')))
    throw new StartProblem(`There is no database in ${dataDir} to back up.`);
  const running = runningStart(dataDir);
  if (running) return { kind: 'cluster', ...(await copyCluster(archive, running.ownerUrl, cluster)) };
  const server = await startEmbedded({ dataDir: cluster });
  try {
    return { kind: 'cluster', ...(await copyCluster(archive, server.ownerUrl, cluster)) };
  } finally {
    await server.stop();
  }
}

async function copyData(archive: Archive, dataDir: string, below: string): Promise<void> {
  if (!existsSync(path.join(dataDir, below))) return;
  for (const entry of await readdir(path.join(dataDir, below), { withFileTypes: true })) {
    const place = path.posix.join(below, entry.name);
    if (below === '' && notData.test(entry.name)) continue;
    if (entry.isDirectory()) {
      archive.addFolder(`data/${place}`);
      await copyData(archive, dataDir, place);
    } else if (entry.isFile()) await archive.addFile(`data/${place}`, path.join(dataDir, place));
  }
}
