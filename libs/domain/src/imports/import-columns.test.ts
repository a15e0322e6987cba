import { describe, expect, it } from '@jest/globals';
import { headingOf, IMPORT_COLUMNS, readHeader } from './import-columns.ts';

describe('the headings of a table', () => {
  it.each(['organizations', 'people'] as const)('of %s are found in both languages', (kind) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const header = readHeader(
        kind,
        IMPORT_COLUMNS[kind].map((column) => headingOf(kind, column, language)),
      );
      expect(header).toEqual({ columns: [...IMPORT_COLUMNS[kind]], unread: [], problems: [] });
    }
  });

  it('may be marked, spaced and in any order; empty ones are passed over', () => {
    expect(readHeader('people', ['人员类别 *', '', ' 姓 名', '组织编码(*)'.replace('(*)', ' *')])).toEqual({
      columns: ['kind', null, 'name', 'organizationCode'],
      unread: [],
      problems: [],
    });
  });

  it('are not any line of text', () => {
    expect(readHeader('people', ['某某支部党员名册', '', ''])).toBeNull();
    expect(readHeader('people', ['张三', 'A01', '正式党员'])).toBeNull();
  });

  it('name what is unknown, repeated and missing', () => {
    const header = readHeader('people', ['姓名', '组织编码', '备注', '姓名']);
    expect(header?.unread).toEqual([{ column: 3, name: '备注' }]);
    expect(header?.problems).toEqual([
      { code: 'column_repeated', column: 4, name: '姓名', first: 1 },
      { code: 'column_missing', name: 'kind' },
    ]);
  });
});
