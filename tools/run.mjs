/** `node tools/run.mjs FILE.ts [ARGUMENT…]`: runs one of our programs with its packages installed, under the pinned Node. */
import { ensureInstalled, fail, handOver } from './start/bootstrap.mjs';

const [file, ...args] = process.argv.slice(2);
if (!file) fail('Usage: node tools/run.mjs FILE.ts [ARGUMENT…]');
await ensureInstalled();
handOver(file, args);
