import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const source = new URL('../src/theme/first-paint.js', import.meta.url);

/**
 * Puts `first-paint.js` (see there) first into the page's head as a blocking script file: served in development, emitted by the build.
 */
export function firstPaint(): Plugin {
  let base = '/';
  return {
    name: 'dangxiao:first-paint',
    configResolved: (config) => {
      base = config.base;
    },
    configureServer(server) {
      server.middlewares.use(`${base}first-paint.js`, (_request, response) => {
        response.setHeader('content-type', 'text/javascript');
        response.end(readFileSync(source));
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'first-paint.js', source: readFileSync(source, 'utf8') });
    },
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: `${base}first-paint.js` }, injectTo: 'head-prepend' }],
  };
}
