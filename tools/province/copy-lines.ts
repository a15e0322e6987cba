/** Rows of one table in the text form of COPY. */
export class CopyLines {
  #text = '';
  rows = 0;

  add(...values: readonly Value[]): void {
    let line = written(values[0]);
    for (let index = 1; index < values.length; index += 1) line += `\t${written(values[index])}`;
    this.#text += `${line}\n`;
    this.rows += 1;
  }

  take(): Buffer {
    const bytes = Buffer.from(this.#text, 'utf8');
    this.#text = '';
    return bytes;
  }
}

export type Value = string | number | boolean | null | undefined;

function written(value: Value): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value !== 'string') return String(value);
  if (/[\\\t\n\r]/.test(value))
    return value.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return value;
}

/** An instant as PostgreSQL reads it. */
export const at = (ms: number) => new Date(ms).toISOString();
