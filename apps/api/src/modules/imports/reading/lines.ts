import { open, stat } from 'node:fs/promises';
import { csvLines } from './csv.ts';
import { FileProblem } from './file-problem.ts';
import type { Lines } from './table-line.ts';
import { xlsxLines } from './xlsx.ts';

export const MOST_BYTES = 50 * 1024 * 1024;
const signatures: readonly (readonly [string, RegExp])[] = [
  ['xlsx', /^504b0304/],
  ['empty_zip', /^504b0506/],
  // the container of .xls, and of .xlsx with a password
  ['old', /^d0cf11e0a1b11ae1/],
  ['other', /^(?:25504446|89504e47|ffd8ff|47494638|1f8b|52617221|377abcaf|7f454c46|4d5a)/],
];

/** Opens a table by what it is, whatever it is called. @throws FileProblem */
export async function linesOf(path: string): Promise<Lines> {
  const { size } = await stat(path);
  if (size === 0) throw new FileProblem('file_empty');
  if (size > MOST_BYTES) throw new FileProblem('file_too_big', { maximum: MOST_BYTES / 1024 / 1024 });
  const file = await open(path);
  const head = Buffer.alloc(Math.min(size, 4096));
  try {
    await file.read(head, 0, head.length, 0);
  } finally {
    await file.close();
  }
  const hex = head.subarray(0, 8).toString('hex');
  const kind = signatures.find(([, signature]) => signature.test(hex))?.[0];
  if (kind === 'xlsx') return xlsxLines(path);
  if (kind === 'old') throw new FileProblem('file_old_excel');
  if (kind === 'empty_zip') throw new FileProblem('file_broken');
  if (kind === 'other') throw new FileProblem('file_unknown');
  return csvLines(path, head);
}
