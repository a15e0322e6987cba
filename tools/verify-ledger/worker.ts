/** A worker thread: verifies the books of the people it is given, in the state of the snapshot that it is told. */
import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import { READING, sqlOf } from './connection.ts';
import { verifyPeople } from './verify.ts';

const { url, snapshot } = workerData as { url: string; snapshot: string };
const client = new pg.Client({ connectionString: url });
await client.connect();
await client.query(READING);
await client.query(`set transaction snapshot ${client.escapeLiteral(snapshot)}`);

parentPort?.on('message', (ids: string[] | null) => {
  if (ids === null) void client.end().then(() => parentPort?.close());
  else
    verifyPeople(sqlOf(client), ids).then(
      (part) => parentPort?.postMessage({ part }),
      (error: unknown) => parentPort?.postMessage({ error: String(error) }),
    );
});
