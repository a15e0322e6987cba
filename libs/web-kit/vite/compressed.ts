import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const worth = /\.(?:js|css|html|svg|json|txt|webmanifest)$/;
/** Below this many bytes a compressed copy saves less than its own header costs. */
const least = 1024;

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

/** Writes `.br` and `.gz` beside every text file of the build, so that the server compresses nothing while it serves. */
export function compressed(): Plugin {
  let folder = '';
  return {
    name: 'dangxiao:compressed',
    apply: 'build',
    configResolved: (config) => {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle() {
      // After a failed build there is nothing, and its own message must be the one that is seen.
      if (!existsSync(folder)) return;
      for (const path of filesBelow(folder)) {
        if (!worth.test(path) || statSync(path).size < least) continue;
        const content = readFileSync(path);
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
        writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
      }
    },
  };
}
