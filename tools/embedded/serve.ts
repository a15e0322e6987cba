import { startEmbedded } from './postgres.ts';

// A process that runs a server until it is killed: `node serve.ts FOLDER`. Says its addresses, port and process id in one line of JSON.
const { appUrl, ownerUrl, port, pid } = await startEmbedded({ dataDir: process.argv[2] ?? '.data/postgres' });
console.log(JSON.stringify({ appUrl, ownerUrl, port, pid }));
setInterval(() => undefined, 60_000);
