import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../start/settings.ts';
import type { Sources } from './graph.ts';

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'core.quotePath=false', ...args], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 })
    .split('\n')
    .filter((line) => line !== '');

/**
 * Lists the files that differ between the working tree and the merge base with `base`. Uncommitted and untracked files count.
 * @throws Error where git does not know `base`
 */
export function changedFiles(base: string): string[] {
  const [from = 'HEAD'] = git('merge-base', base, 'HEAD');
  const changed = git('diff', '--name-only', '--no-renames', from);
  return [...new Set([...changed, ...git('ls-files', '--others', '--exclude-standard')])].sort();
}

const READ = /\.(ts|tsx|mjs|json|jsonc|css|html|md|sql|yaml|yml|conf)$|Dockerfile$/;

/** Every file of the repository that a test or a page may be made of, with its text. */
export function readSources(): Sources {
  const files = git('ls-files', '--cached', '--others', '--exclude-standard');
  return new Map(
    files
      .filter(
        (file) => READ.test(file) && !file.startsWith('tools/demo/lectures/') && existsSync(path.join(root, file)),
      )
      .map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
  );
}
