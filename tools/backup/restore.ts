/** `npm run restore -- FILE`: puts a backup into an empty data folder. */
import { command } from './command.ts';
import { restoreBackup } from './put-back.ts';

await command('restore', async (file, school) => {
  const { createdAt, files } = await restoreBackup(file, school);
  return `Restored ${Object.keys(files).length} files as of ${createdAt} into ${school.dataDir}. Start it with: npm start`;
});
