/** `npm start`: works on a fresh clone; the start itself is main.ts, under the pinned Node. */
import { ensureInstalled, handOver } from './bootstrap.mjs';

await ensureInstalled();
handOver('tools/start/main.ts', process.argv.slice(2));
