import { describe, expect, it } from '@jest/globals';
import { ranked } from './rank.ts';

const names = [
  { name: '批量导入', initials: 'pldr' },
  { name: '人员', initials: 'ry' },
  { name: '人员范围', initials: 'ryfw' },
  { name: '组织人员', initials: 'zzry' },
];
const found = (q: string) => ranked(names, q).map(({ name }) => name);

describe('what a word finds', () => {
  it('puts the whole name first, then beginnings, then parts', () => {
    expect(found('人员')).toEqual(['人员', '人员范围', '组织人员']);
  });
  it('knows initials, also as an input method shows them while it composes', () => {
    expect(found('ry')).toEqual(['人员', '人员范围', '组织人员']);
    expect(found("p'l")).toEqual(['批量导入']);
  });
  it.each(['', '  ', "'", 'x'])('finds nothing for "%s"', (q) => expect(found(q)).toEqual([]));
});
