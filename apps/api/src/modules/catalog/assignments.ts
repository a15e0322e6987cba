/** `a = $3, b = $4, ` for the columns that have a value; appends the values to `params`. Column names are ours, never a client's. */
export function assignments(columns: Record<string, unknown>, params: unknown[]): string {
  return Object.entries(columns)
    .filter(([, value]) => value !== undefined)
    .map(([column, value]) => `${column} = $${params.push(value)}, `)
    .join('');
}
