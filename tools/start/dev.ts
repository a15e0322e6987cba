import { spawn } from 'node:child_process';
import path from 'node:path';
import { createServer } from 'vite';
import type { Kept } from './keep.ts';
import { root } from './settings.ts';

const webApps = [
  { name: 'portal', label: 'Portal, live', port: 5173, path: '/' },
  { name: 'admin', label: 'Admin, live', port: 5174, path: '/admin/' },
];

/**
 * Watch mode: both web apps on Vite servers of their own that pass API calls on, and the API compiled at every change (Node's own watch
 * mode then restarts it).
 */
export async function startWebServers(apiPort: number): Promise<Kept & { addresses: string[][] }> {
  const target = `http://127.0.0.1:${apiPort}`;
  const servers = await Promise.all(
    webApps.map(async ({ name, port }) => {
      const proxy = { '/api': { target, xfwd: true } };
      const server = await createServer({
        root: path.join(root, 'apps', name),
        server: { port, proxy },
        clearScreen: false,
      });
      return server.listen();
    }),
  );
  const compiler = spawn(
    process.execPath,
    [path.join(root, 'node_modules/@swc/cli/bin/swc.js'), 'src', '-d', 'dist', '--strip-leading-paths', '--watch'],
    { cwd: path.join(root, 'apps/api'), stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return {
    addresses: webApps.map(({ label, path: below }, index) => {
      const port = servers[index]?.config.server.port;
      return [label, `http://localhost:${port}${below}`];
    }),
    async stop() {
      compiler.kill();
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}
