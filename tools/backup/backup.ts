/** `npm run backup -- FILE`: one consistent archive of database and media, taken while the school is in use. */
import { statSync } from 'node:fs';
import { command } from './command.ts';
import { takeBackup } from './take.ts';

await command('backup', async (file, school) => {
  const files = await takeBackup(file, school);
  return `${file}: ${files} files, ${(statSync(file).size / 1e6).toFixed(1)} MB. It holds personal data and keys: store it safely.`;
});
