import { readNumber, spokenForm } from './pronunciation.ts';

test.each([
  [0, '零'],
  [9, '九'],
  [10, '十'],
  [15, '十五'],
  [30, '三十'],
  [90, '九十'],
  [105, '一百零五'],
  [110, '一百一十'],
])('%i is read %s', (value, words) => expect(readNumber(value)).toBe(words));

test('numbers, decimals and percentages are spoken in words', () => {
  expect(spokenForm('满 30 分钟，0.25 学时')).toBe('满三十分钟，零点二五学时');
  expect(spokenForm('看满 90%')).toBe('看满百分之九十');
});

test('words that a character by character reading gets wrong are given in pinyin', () => {
  expect(spokenForm('请重新登录')).toBe('请 chong2xin1 登录');
});

test('marks that are not spoken disappear', () => {
  expect(spokenForm('点“大字版”')).toBe('点大字版');
});
