import { rmSync } from 'node:fs';

export default async function teardown() {
  const { folder, database } = globalThis.__dangxiaoTest;
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
