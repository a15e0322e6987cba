import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { columnLetters, numberCell, type Cell } from './cells.ts';
import { STYLE } from './styles.ts';
import { writeWorkbook, type Workbook } from './write-workbook.ts';

describe('a workbook', () => {
  let folder: string;
  let number = 0;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'workbook-'))));
  afterAll(() => rm(folder, { recursive: true }));

  const file = () => join(folder, `${(number += 1)}.xlsx`);
  const { signal } = new AbortController();
  const book = (rows: Workbook['rows'], more: Partial<Workbook> = {}): Workbook => ({
    coverName: '封面',
    cover: (count) => ({ title: '名册', lines: [['行数', String(count)]] }),
    tableName: '数据',
    columns: [
      { title: '姓名', width: 14 },
      { title: '学时', width: 10 },
      { title: '日期', width: 14 },
    ],
    rows,
    ...more,
  });
  async function* batches(count: number, size: number): AsyncGenerator<Cell[][]> {
    for (let at = 0; at < count; at += size) {
      yield Array.from({ length: Math.min(size, count - at) }, (_, index) => [
        `人${at + index + 1}`,
        numberCell(`${at + index}.25`, STYLE.decimal),
        numberCell('46082', STYLE.day),
      ]);
    }
  }
  const read = async (path: string) => (await readXlsx(await readFile(path), { readStyles: true })).sheets;

  it('is read by another program: texts, exact numbers, real dates, the cover first', async () => {
    const path = file();
    expect(await writeWorkbook(path, book(batches(5, 2)), signal)).toBe(5);
    const [cover, table] = await read(path);
    expect(cover).toMatchObject({ name: '封面' });
    expect(cover?.rows[0]?.[0]).toBe('名册');
    expect(cover?.rows[2]).toEqual(['行数', '5']);
    expect(table?.rows).toHaveLength(6);
    expect(table?.rows[0]).toEqual(['姓名', '学时', '日期']);
    expect(table?.rows[5]).toEqual(['人5', 4.25, new Date('2026-03-01')]);
  });

  it('begins a new sheet, with its header, where one is full', async () => {
    const path = file();
    expect(await writeWorkbook(path, book(batches(10, 4), { sheetRows: 4 }), signal)).toBe(10);
    const sheets = await read(path);
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['封面', 3],
      ['数据', 4],
      ['数据 2', 4],
      ['数据 3', 4],
      ['数据 4', 2],
    ]);
    expect(sheets.slice(1).flatMap(({ rows }) => rows.slice(1).map((row) => row[0]))).toEqual(
      Array.from({ length: 10 }, (_, index) => `人${index + 1}`),
    );
  });

  it('makes no empty sheet when the last one is just full, and has a header when there is nothing', async () => {
    const full = file();
    await writeWorkbook(full, book(batches(6, 3), { sheetRows: 4 }), signal);
    expect((await read(full)).map(({ name }) => name)).toEqual(['封面', '数据', '数据 2']);
    const empty = file();
    expect(await writeWorkbook(empty, book(batches(0, 1)), signal)).toBe(0);
    expect((await read(empty))[1]?.rows).toEqual([['姓名', '学时', '日期']]);
  });

  it('ends with the failure of its rows', async () => {
    async function* broken(): AsyncGenerator<Cell[][]> {
      yield [['甲', null, null]];
      throw new Error('the database went away');
    }
    await expect(writeWorkbook(file(), book(broken()), signal)).rejects.toThrow('the database went away');
  });

  it('names its columns as Excel does', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
