import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What clients of a PostgreSQL server sent. */
interface Sent {
  /** Parameters of the starts of connections, by name. */
  startParameters: Set<string>;
  /** Names of prepared statements. */
  names: Set<string>;
  statements: string[];
}

export interface RecordingProxy {
  /** The same address, by way of the proxy. */
  through(url: string): string;
  sent: Sent;
  close(): Promise<void>;
}

const SSL_OR_GSS = new Set([80877103, 80877104]);
const text = (bytes: Buffer, from: number) => bytes.toString('utf8', from, bytes.indexOf(0, from));

/** Stands where a pooler would, passes everything on and notes what PostgreSQL's protocol says of it. */
export async function recordingProxy(serverUrl: string): Promise<RecordingProxy> {
  const { hostname, port } = new URL(serverUrl);
  const sent: Sent = { startParameters: new Set(), names: new Set(), statements: [] };
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname);
    const read = reader(sent);
    client.on('data', (chunk: Buffer) => read(chunk));
    client.pipe(server).pipe(client);
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => [client, server].forEach((one) => one.destroy()));
    }
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const own = (proxy.address() as AddressInfo).port;
  return {
    sent,
    through: (url) => {
      const address = new URL(url);
      address.host = `127.0.0.1:${own}`;
      return address.href;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}

/** Cuts what a client sends into messages: the first has no kind, each other one a letter. */
function reader(sent: Sent): (chunk: Buffer) => void {
  let pending = Buffer.alloc(0);
  let started = false;
  return (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      const head = started ? 1 : 0;
      if (pending.length < head + 4) return;
      const end = head + pending.readInt32BE(head);
      if (pending.length < end) return;
      const message = pending.subarray(0, end);
      pending = pending.subarray(end);
      if (started) note(sent, String.fromCharCode(message[0] ?? 0), message.subarray(5));
      else if (!SSL_OR_GSS.has(message.readInt32BE(4))) {
        started = true;
        const words = message.toString('utf8', 8).split('\0');
        words.filter((_, index) => index % 2 === 0 && words[index]).forEach((name) => sent.startParameters.add(name));
      }
    }
  };
}

function note(sent: Sent, kind: string, body: Buffer): void {
  if (kind === 'Q') sent.statements.push(text(body, 0));
  if (kind !== 'P') return;
  const name = text(body, 0);
  if (name !== '') sent.names.add(name);
  sent.statements.push(text(body, Buffer.byteLength(name) + 1));
}
