import path from 'node:path';
import pg from 'pg';
import { accounts } from '@dangxiao/contracts';
import { spawnApi } from '../../../tools/start/children.ts';
import { root } from '../../../tools/start/settings.ts';
import { readNote, type ProvinceNote } from '../../../tools/province/note.ts';
import { prepareProvince } from '../../../tools/province/prepare.ts';
import { HttpClient } from '../../../tools/support/http-client.ts';
import { ProductServer } from '../../support/server.ts';
import type { Province, Who } from './types.ts';

/** Provinces of earlier runs are used again: PROVINCE_DIR names their folder. */
const folderOf = (people: number) => path.resolve(process.env.PROVINCE_DIR ?? '.data/provinces', String(people));

/** Makes the province unless it is there, and serves it: one process answers, another does the jobs. */
export async function openProvince(
  people: number,
  say: (line: string) => void,
): Promise<Province & { close(): Promise<void> }> {
  const dataDir = folderOf(people);
  await prepareProvince({ dataDir, people, say });
  const note = readNote(dataDir);
  if (!note) throw new Error(`There is no province in ${dataDir}`);
  const server = await ProductServer.start({
    apps: ['api'],
    dataDir,
    environment: { LOG_LEVEL: 'error', ROLE: 'http' },
  });
  const jobs = spawnApi({
    main: path.join(root, 'apps/api/dist/main.js'),
    environment: { ...server.environment(), ROLE: 'jobs', PORT: '0' },
    logFile: path.join(dataDir, 'logs', 'jobs.log'),
  });
  const pool = new pg.Pool({ connectionString: server.addresses.ownerUrl, max: 4 });
  return {
    people,
    server,
    jobs,
    ...note.places,
    query: async <Answer>(text: string, params: readonly unknown[] = []) =>
      (await pool.query(text, [...params])).rows as Answer[],
    signIn: (who) => signIn(server.baseUrl, note, who),
    async close() {
      await pool.end();
      await jobs.stop();
      await server.stop();
    },
  };
}

async function signIn(baseUrl: string, note: ProvinceNote, who: Who): Promise<HttpClient> {
  const account = note.accounts[who];
  if (!account) throw new Error(`The province has no account for ${who}`);
  const client = new HttpClient(baseUrl);
  await client.call(accounts.signIn, { body: { login: account.login, password: account.password } });
  return client;
}
