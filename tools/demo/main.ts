import { fillSchool } from './fill.ts';
import { openSchool } from './open-school.ts';
import { openProduct } from './product.ts';

const DAY = 86_400_000;

/** Loads the demo school into an empty database through the product's own operations, by a clock that begins 45 days ago. */
const product = await openProduct(Date.now() - 45 * DAY);
try {
  const school = await openSchool(product);
  await fillSchool(product, school);
} finally {
  await product.app.close();
}
process.exit(0);
