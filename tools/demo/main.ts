import { fillSchool } from './fill.ts';
import { openSchool } from './open-school.ts';
import { openProduct, settle } from './product.ts';

const DAY = 86_400_000;
/** The school opens in the second week of the year, or 60 days ago where that is earlier. */
const opening = Math.min(Date.UTC(new Date().getUTCFullYear(), 0, 8, 1), Date.now() - 60 * DAY);

/** Loads the demo school into an empty database through the product's own operations, by a clock that begins at its opening. */
const product = await openProduct(opening);
try {
  const school = await openSchool(product);
  await fillSchool(product, school);
  await settle(product);
} finally {
  await product.app.close();
}
process.exit(0);
