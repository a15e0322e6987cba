/**
 * `npm run mutation -- [FILE…]`: Stryker changes one expression of a rule at a time and runs the rule's tests; a change that no test notices
 * is printed. All of libs/domain without a file. Exit 1 below the floor of stryker.config.mjs.
 */
import path from 'node:path';
import { root } from '../start/settings.ts';
import { node } from '../test/stage.ts';

const files = process.argv.slice(2).map((file) => path.relative(root, path.resolve(file)));
const only = files.length > 0 ? ['--mutate', files.join(',')] : [];
process.exitCode = await node('node_modules/@stryker-mutator/core/bin/stryker.js', ['run', ...only], { show: true });
