import { describe, expect, it } from '@jest/globals';
import { conflictsOf, type StaleFields } from './compare.ts';

interface Unit {
  revision: number;
  name: string;
  code: string | null;
  parent: { id: string; name: string } | null;
  settings: { late: boolean; days: number[] };
}
interface Values {
  name: string;
  code: string;
  parentId: string | null;
  settings: Unit['settings'];
}

const fields: StaleFields<Unit, Values> = {
  name: { label: 'Name' },
  code: { label: 'Code' },
  parentId: {
    label: 'Parent',
    of: ({ parent }) => parent?.id ?? null,
    show: (id: string | null, saved) => (saved ? (saved.parent?.name ?? 'none') : `chosen ${id}`),
  },
  settings: { label: 'Settings', show: ({ days }: Unit['settings']) => days.join('+') },
};
const unit: Unit = {
  revision: 1,
  name: 'School',
  code: 'S-1',
  parent: { id: 'a', name: 'Bureau A' },
  settings: { late: true, days: [1, 3] },
};
const typed: Values = { name: 'School', code: 'S-1', parentId: 'a', settings: { late: true, days: [1, 3] } };
const compare = (mine: Partial<Values>, theirs: Partial<Unit>, began: Unit | null = unit) =>
  conflictsOf(fields, { began, mine: { ...typed, ...mine }, theirs: { ...unit, revision: 2, ...theirs } });
const keys = (mine: Partial<Values>, theirs: Partial<Unit>, began?: Unit | null) =>
  compare(mine, theirs, began).map(({ key }) => key);

describe('what the form began with, mine and theirs', () => {
  it('are no conflict where the other person changed none of the fields of the form', () => {
    expect(keys({ code: 'S-2' }, {})).toEqual([]);
  });

  it('are no conflict where both typed the same', () => {
    expect(keys({ code: 'S-2' }, { code: 'S-2' })).toEqual([]);
    expect(keys({ code: 'S-2', name: 'Mine' }, { code: 'S-2' })).toEqual([]);
  });

  it('are a conflict where the other person changed a field of the form, whoever touched it here', () => {
    expect(keys({ code: 'S-2' }, { code: 'S-3' })).toEqual(['code']);
    expect(keys({}, { code: 'S-3' })).toEqual(['code']);
  });

  it('show every field that "mine" would overwrite, and no other', () => {
    expect(keys({ code: 'S-2' }, { parent: null })).toEqual(['code', 'parentId']);
    expect(keys({ code: 'S-2', name: 'Both' }, { parent: null, name: 'Both' })).toEqual(['code', 'parentId']);
  });

  it('are all overtaken where nothing was saved when the form began', () => {
    expect(keys({ name: 'Mine' }, {}, null)).toEqual(['name']);
    expect(keys({}, {}, null)).toEqual([]);
  });

  it('differ neither by white space at the ends, nor by kinds of nothing, nor by the order of keys', () => {
    expect(keys({ name: ' School ', code: '' }, { code: null }, { ...unit, name: 'Old', code: 'S-0' })).toEqual([]);
    expect(keys({}, { settings: { days: [1, 3], late: true } })).toEqual([]);
    expect(keys({}, { settings: { late: true, days: [3, 1] } })).toEqual(['settings']);
  });

  it('are worded by the field, each version with what it belongs to', () => {
    expect(compare({ parentId: 'b', name: '<b>Mine</b>' }, { parent: null, code: null })).toEqual([
      { key: 'name', label: 'Name', mine: ' Mine ', theirs: 'School' },
      { key: 'code', label: 'Code', mine: 'S-1', theirs: '—' },
      { key: 'parentId', label: 'Parent', mine: 'chosen b', theirs: 'none' },
    ]);
  });

  it('are compared as the field says, with what the save would go over', () => {
    const masked: StaleFields<Pick<Unit, 'code'>, { code: string }> = {
      code: { label: 'Code', mine: (value, saved) => value || saved.code },
    };
    const versions = { began: { code: 'S-1' }, theirs: { code: 'S-2' } };
    expect(conflictsOf(masked, { ...versions, mine: { code: '' } })).toEqual([]);
    expect(conflictsOf(masked, { ...versions, mine: { code: 'S-3' } })).toHaveLength(1);
  });
});
