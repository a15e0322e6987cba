import { spawn, type ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
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
  const ours = process.listeners('SIGTERM');
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
  // Vite would end the whole program on SIGTERM, before API and database were stopped.
  for (const listener of process.listeners('SIGTERM')) if (!ours.includes(listener)) process.off('SIGTERM', listener);
  process.stdin.removeAllListeners('end');
  const stopCompiling = compileOnChange();
  return {
    addresses: webApps.map(({ label, path: below }, index) => {
      const port = servers[index]?.config.server.port;
      return [label, `http://localhost:${port}${below}`];
    }),
    async stop() {
      stopCompiling();
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

/** Compiles the API's sources into its dist shortly after a change. @returns what ends it */
function compileOnChange(): () => void {
  const cwd = path.join(root, 'apps/api');
  let pause: NodeJS.Timeout | undefined;
  let compiler: ChildProcess | undefined;
  const compile = () => {
    compiler?.kill();
    const swc = path.join(root, 'node_modules/@swc/cli/bin/swc.js');
    const args = ['src', '-d', 'dist', '--strip-leading-paths', '--quiet', '--ignore', '**/*.test.ts'];
    compiler = spawn(process.execPath, [swc, ...args], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  const watcher = watch(path.join(cwd, 'src'), { recursive: true }, () => {
    clearTimeout(pause);
    pause = setTimeout(compile, 150);
  });
  return () => {
    clearTimeout(pause);
    watcher.close();
    compiler?.kill();
  };
}
