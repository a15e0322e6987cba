import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fillSchool } from './fill.ts';
import { openSchool } from './open-school.ts';
import { openProduct } from './product.ts';

const DAY = 86_400_000;

/** Loads the demo school into an empty database through the product's own operations, by a clock that begins 45 days ago. */
const product = await openProduct(Date.now() - 45 * DAY);
const marker = path.join(product.dataDir, 'demo-loading');
try {
  writeFileSync(marker, '');
  const school = await openSchool(product);
  await fillSchool(product, school);
  rmSync(marker);
} finally {
  await product.app.close();
}
process.exit(0);
