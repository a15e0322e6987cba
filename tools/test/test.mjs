/** `npm test`: works on a fresh clone; the stages are in main.ts, under the pinned Node. */
import { ensureInstalled, handOver } from '../start/bootstrap.mjs';

await ensureInstalled();
handOver('tools/test/main.ts', process.argv.slice(2));
