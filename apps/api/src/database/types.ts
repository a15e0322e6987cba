import pg from 'pg';

const INT8 = 20;
const DATE = 1082;

function int8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`bigint ${text} does not fit a JavaScript number`);
  return value;
}

/** How values come out of PostgreSQL: bigint as number, date as `YYYY-MM-DD`, numeric as string, timestamptz as Date. */
export const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8 && format !== 'binary') return int8;
    if (oid === DATE && format !== 'binary') return (text: string) => text;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};
