import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IMPORT_COLUMNS, type ImportKind } from '@dangxiao/domain';
import { FileProblem } from '../../../apps/api/src/modules/imports/reading/file-problem.ts';
import { linesOf } from '../../../apps/api/src/modules/imports/reading/lines.ts';
import { tableRows, type FoundColumns } from '../../../apps/api/src/modules/imports/reading/table.ts';
import { templateFor } from '../../../apps/api/src/modules/imports/template/template.ts';
import { csv, sheetData, xlsx, xlsxOf, zipOf } from '../../support/tables.ts';

const head = ['姓名', '组织编码', '人员类别', '手机号'];
const zhang = ['张三', 'L1', '正式党员', '13812345678'];
const table = [head, zhang, ['李四', 'L2', '预备党员', '']];
const read = [
  { row: 2, cells: { name: '张三', organizationCode: 'L1', kind: '正式党员', phone: '13812345678' } },
  { row: 3, cells: { name: '李四', organizationCode: 'L2', kind: '预备党员' } },
];

describe('files', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'dangxiao-files-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function rowsOf(
    bytes: Uint8Array,
    onHeader: (found: FoundColumns) => void = () => undefined,
    kind: ImportKind = 'people',
  ) {
    const path = join(folder, 'file');
    writeFileSync(path, bytes);
    const rows = [];
    for await (const row of tableRows(await linesOf(path), kind, onHeader)) rows.push(row);
    return rows;
  }
  async function refusal(bytes: Uint8Array | Promise<Uint8Array>) {
    const error = await rowsOf(await bytes).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof FileProblem)) throw error ?? new Error('The file was taken');
    return error.findings;
  }
  const utf16 = (text: string, big: boolean) => {
    const bytes = Buffer.from(text, 'utf16le');
    return big ? bytes.swap16() : bytes;
  };
  const text = csv(table).toString();
  // 张三 and the headings in GBK; a table program of a Chinese Windows writes this
  const gbk = Buffer.from(
    'd0d5c3fb2cd7e9d6afb1e0c2eb2cc8cbd4b1c0e0b1f02ccad6bbfabac50d0ad5c5c8fd2c4c312cd5fdcabdb5b3d4b12c31333831323334353637380d0ac0eecbc42c4c322cd4a4b1b8b5b3d4b12c',
    'hex',
  );

  it.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['Excel', () => xlsx(table)],
    ['Excel with numbers', () => xlsx([head, ['张三', 'L1', '正式党员', 13812345678], ['李四', 'L2', '预备党员', '']])],
    ['CSV in UTF-8', () => Buffer.from(text)],
    ['CSV in UTF-8 with a mark', () => Buffer.from(`\ufeff${text}`)],
    ['CSV in GBK', () => gbk],
    ['CSV in UTF-16 with a mark', () => utf16(`\ufeff${text}`, false)],
    ['CSV in UTF-16, the other way round', () => utf16(`\ufeff${text}`, true)],
    ['text with tabs', () => Buffer.from(text.replaceAll(',', '\t'))],
    ['text with semicolons and lone returns', () => Buffer.from(text.replaceAll(',', ';').replaceAll('\r\n', '\r'))],
    ['CSV that keeps digits as ="…"', () => Buffer.from(text.replace('13812345678', '="13812345678"'))],
    ['Excel with shared strings', () => sharedStrings()],
  ])('%s is read', async (_name, bytes) => expect(await rowsOf(await bytes())).toEqual(read));

  function sharedStrings() {
    const strings = [...new Set(table.flat())];
    const cell = (word: string, name: string) =>
      word ? `<x:c r="${name}" t="s"><x:v>${strings.indexOf(word)}</x:v></x:c>` : '';
    const rows = table.map(
      (cells, at) =>
        `<x:row r="${at + 1}">${cells.map((word, column) => cell(word, `${'ABCD'[column]}${at + 1}`)).join('')}</x:row>`,
    );
    const list = strings.map(
      (word) =>
        `<si><r><t>${word.slice(0, 1)}</t></r><r><t>${word.slice(1)}</t></r><rPh sb="0" eb="1"><t>zhang</t></rPh></si>`,
    );
    return xlsxOf(`<x:worksheet xmlns:x="m"><x:sheetData>${rows.join('')}</x:sheetData></x:worksheet>`, {
      'xl/sharedStrings.xml': `<sst>${list.join('')}</sst>`,
    });
  }

  it('columns that are none of ours are named and not read, whatever stands in them', async () => {
    const formula = '<c r="C2"><f>1+1</f><v>2</v></c><c r="D2" t="e"><v>#N/A</v></c>';
    const cell = (name: string, word: string) => `<c r="${name}" t="str"><v>${word}</v></c>`;
    const line = (row: number, [a = '', b = '', c = '', d = '', e = '']: string[], extra = '') =>
      `<row r="${row}">${cell(`A${row}`, a)}${cell(`B${row}`, b)}${extra || cell(`C${row}`, c) + cell(`D${row}`, d)}${cell(`E${row}`, e)}</row>`;
    const sheet =
      line(1, ['姓名', '组织编码', '总分', '备注13812345678', '人员类别']) +
      line(2, ['张三', 'L1', '', '', '正式党员'], formula);
    const file = await xlsxOf(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`);
    let unread: string[] = [];
    expect(await rowsOf(file, (found) => (unread = found.unread))).toEqual([
      { row: 2, cells: { name: '张三', organizationCode: 'L1', kind: '正式党员' } },
    ]);
    expect(unread).toEqual(['总分', '备注…']);
  });

  it('quotes may hold separators, quotes and line breaks', async () => {
    const rows = await rowsOf(csv([head, ['张,"三"\n四', 'L1', '正式党员', '']]));
    expect(rows).toEqual([{ row: 2, cells: { name: '张,"三"\n四', organizationCode: 'L1', kind: '正式党员' } }]);
  });

  it('a title above the headings may be merged; empty lines and examples are passed over', async () => {
    const merged = '<mergeCells><mergeCell ref="A1:D1"/></mergeCells>';
    const rows = await rowsOf(
      await xlsx([['某支部党员名册'], head, [], ['示例:王五', 'L1', '正式党员', ''], zhang], merged),
    );
    expect(rows).toEqual([{ ...read[0], row: 5 }]);
  });

  const rowsXml = sheetData(table).replace('</sheetData>', '');
  it.each<[string, () => Uint8Array | Promise<Uint8Array>, object[]]>([
    ['nothing', () => Buffer.alloc(0), [{ code: 'file_empty', params: {} }]],
    [
      'an old Excel file',
      () => Buffer.from('d0cf11e0a1b11ae100000000', 'hex'),
      [{ code: 'file_old_excel', params: {} }],
    ],
    ['a picture', () => Buffer.from('89504e470d0a1a0a', 'hex'), [{ code: 'file_unknown', params: {} }]],
    ['bytes of no encoding', () => Buffer.from('d5ff2c41ff', 'hex'), [{ code: 'file_encoding', params: {} }]],
    ['a zip that is no table', () => zipOf({ 'a.txt': 'x' }), [{ code: 'file_broken', params: {} }]],
    ['half a file', async () => (await xlsx(table)).subarray(0, 500), [{ code: 'file_broken', params: {} }]],
    [
      'a document type',
      () =>
        xlsxOf(
          '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="str"><v>&x;</v></c></row></sheetData></worksheet>',
        ),
      [{ code: 'file_broken', params: {} }],
    ],
    [
      'an unknown entity',
      () => xlsxOf('<worksheet><sheetData><row><c t="str"><v>&x;</v></c></row></sheetData></worksheet>'),
      [{ code: 'file_broken', params: {} }],
    ],
    [
      'a formula',
      () => xlsxOf(`<worksheet>${rowsXml}<row r="4"><c r="A4"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>`),
      [{ code: 'formula', params: { cell: 'A4' } }],
    ],
    [
      'a formula in CSV',
      () => csv([head, ['=1+1', 'L1', '正式党员', '']]),
      [{ code: 'formula', params: { cell: 'A2' } }],
    ],
    [
      'an error of a formula',
      () => xlsxOf(`<worksheet>${rowsXml}<row r="4"><c r="B4" t="e"><v>#N/A</v></c></row></sheetData></worksheet>`),
      [{ code: 'cell_error', params: { cell: 'B4', text: '#N/A' } }],
    ],
    [
      'merged cells',
      () => xlsx(table, '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>'),
      [{ code: 'merged', params: { range: 'B2:B3' } }],
    ],
    ['no headings', () => csv([zhang]), [{ code: 'header_missing', params: {} }]],
    ['headings alone', () => csv([head]), [{ code: 'no_rows', params: { row: 1 } }]],
    [
      'wrong headings',
      () => csv([['姓名', '组织编码', '备注', '姓名']]),
      [
        { code: 'column_repeated', params: { row: 1, column: 'D', name: '姓名', first: 'A' } },
        { code: 'column_missing', params: { row: 1, column: 'kind' } },
      ],
    ],
    [
      'a value without a heading',
      () => csv([head, [...zhang, 'x']]),
      [{ code: 'column_without_heading', params: { cell: 'E2', column: 'E' } }],
    ],
    ['an open quote', () => Buffer.from(`${text}\r\n"王五,L1`), [{ code: 'quote_open', params: { row: 4 } }]],
    [
      'endless columns',
      () => csv([head, Array.from({ length: 70 }, () => 'x')]),
      [{ code: 'too_many_columns', params: { row: 2, maximum: 60 } }],
    ],
    [
      'a cell without end',
      () => csv([head, ['长'.repeat(301), 'L1', '正式党员', '']]),
      [{ code: 'cell_too_long', params: { cell: 'A2', maximum: 300 } }],
    ],
  ])('%s is refused with where and why', async (_name, bytes, expected) =>
    expect(await refusal(bytes())).toEqual(expected),
  );

  it('an archive bomb is refused before it is unpacked, and one that lies about its size while it is', async () => {
    // the directory of the archive says another size than the 10,023 bytes that there are
    const claiming = async (bytes: number) => {
      const file = await xlsxOf(`<worksheet>${' '.repeat(10_000)}</worksheet>`);
      const [size, claimed] = [Buffer.alloc(4), Buffer.alloc(4)];
      size.writeUInt32LE(10_023);
      claimed.writeUInt32LE(bytes);
      for (let at = file.indexOf(size); at >= 0; at = file.indexOf(size)) claimed.copy(file, at);
      return file;
    };
    expect(await refusal(claiming(300 * 1024 * 1024))).toEqual([{ code: 'file_bomb', params: {} }]);
    expect(await refusal(claiming(100))).toEqual([{ code: 'file_broken', params: {} }]);
  });

  it('a text without end inside the sheet is refused', async () => {
    const endless = xlsxOf(
      `<worksheet><sheetData><row><c t="str"><v>${'x'.repeat(6 * 1024 * 1024)}</v></c></row></sheetData></worksheet>`,
    );
    expect(await refusal(endless)).toEqual([{ code: 'file_bomb', params: {} }]);
  });

  it.each(['organizations', 'people'] as const)(
    'the template for %s is a file that the reader understands',
    async (kind) => {
      for (const language of ['zh-CN', 'en'] as const) {
        const path = join(folder, 'template');
        writeFileSync(path, await templateFor(kind, language));
        let columns: readonly string[] = [];
        const reading = tableRows(await linesOf(path), kind, (found) => (columns = found.columns)).next();
        await expect(reading).rejects.toMatchObject({ findings: [{ code: 'no_rows' }] });
        expect(columns).toEqual([...IMPORT_COLUMNS[kind]]);
      }
    },
  );
});
