/** `npm run release:migrations`: records what the migrations do. From then on they belong to a released version and never change. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprints } from '../../apps/api/src/database/migrations/fingerprints.ts';
import { migrations } from '../../apps/api/src/database/migrations/index.ts';
import { root } from '../start/settings.ts';

const file = path.join(root, 'apps/api/src/database/migrations/released.json');
writeFileSync(file, `${JSON.stringify(await fingerprints(migrations), null, 2)}\n`);
console.log(`✓ ${migrations.length} migrations recorded in ${path.relative(root, file)}`);
