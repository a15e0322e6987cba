import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartProblem } from '../start/console.ts';
import type { Running } from '../start/keep.ts';
import { root } from '../start/settings.ts';

export interface Front {
  port: number;
  apiPorts: number[];
  /** For its configuration, logs and cache. */
  folder: string;
}

/** Starts the distribution's nginx with docker/nginx.conf, in which only addresses and places are replaced by those of this machine. */
export async function startNginx({ port, apiPorts, folder }: Front): Promise<Running> {
  for (const name of ['logs', 'temp', 'cache', 'web/admin']) mkdirSync(path.join(folder, name), { recursive: true });
  const site = replaceAll(readFileSync(path.join(root, 'docker/nginx.conf'), 'utf8'), [
    ['server api-1:3000 ', `server 127.0.0.1:${apiPorts[0]} `],
    ['server api-2:3000 ', `server 127.0.0.1:${apiPorts[1]} `],
    ['listen 8080;', `listen 127.0.0.1:${port};`],
    ['/var/cache/nginx/segments', path.join(folder, 'cache')],
    ['root /usr/share/nginx/dangxiao;', `root ${path.join(root, 'apps/portal/dist')};`],
    ['location ~ ^/(admin/)?assets/ {', adminAssets(path.join(root, 'apps/admin/dist'))],
  ]);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `  ${kind}_temp_path ${path.join(folder, 'temp', kind)};`,
  );
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(
    file,
    [
      process.getuid?.() === 0 ? 'user root;' : '',
      `worker_processes 2; pid ${path.join(folder, 'nginx.pid')}; error_log ${path.join(folder, 'logs/error.log')};`,
      'events { worker_connections 1024; }',
      'http {',
      '  include /etc/nginx/mime.types; default_type application/octet-stream; sendfile on;',
      `  access_log ${path.join(folder, 'logs/access.log')};`,
      ...temporary,
      site,
      '}',
    ].join('\n'),
  );
  return spawnNginx(file, folder);
}

/** In the image both apps' files lie below one root; here each is where it was built. */
function adminAssets(dist: string): string {
  return `location /admin/assets/ { alias ${dist}/assets/; gzip_static on; }\n    location ~ ^/assets/ {`;
}

function replaceAll(text: string, pairs: [string, string][]): string {
  return pairs.reduce((changed, [from, to]) => {
    if (!changed.includes(from))
      throw new StartProblem(`docker/nginx.conf has no "${from}" any more: tools/topology/nginx.ts replaces it.`);
    return changed.replaceAll(from, to);
  }, text);
}

async function spawnNginx(file: string, folder: string): Promise<Running> {
  const child = spawn('nginx', ['-c', file, '-p', folder, '-g', 'daemon off;'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const failed = new Promise<never>((_, reject) => {
    child.once('error', () =>
      reject(new StartProblem('nginx is missing: install it (Debian: apt-get install nginx).')),
    );
    child.once('exit', (code) => reject(new StartProblem(`nginx ended with ${code}; its words are above.`)));
  });
  const exited = failed.catch(() => undefined);
  await Promise.race([failed, sleep(500)]);
  return {
    exited,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
