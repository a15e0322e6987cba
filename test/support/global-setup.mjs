import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../tools/embedded/postgres.ts';

/** One real PostgreSQL for all API tests; every test file clones its own database from a migrated template. Speed before safety here. */
export default async function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'dangxiao-test-'));
  const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '300' };
  const database = await startEmbedded({ dataDir: join(folder, 'postgres'), settings });
  process.env.TEST_DATABASE_URL = database.appUrl;
  process.env.TEST_DATABASE_OWNER_URL = database.ownerUrl;
  globalThis.__dangxiaoTest = { folder, database };
}
