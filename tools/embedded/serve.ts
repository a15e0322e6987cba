import { startEmbedded } from './postgres.ts';

// A process that runs a server until it is killed: `node serve.ts FOLDER`. Says its url, port and process id in one line of JSON.
const { url, port, pid } = await startEmbedded({ dataDir: process.argv[2] ?? '.data/postgres' });
console.log(JSON.stringify({ url, port, pid }));
setInterval(() => undefined, 60_000);
