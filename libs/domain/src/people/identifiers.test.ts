import { describe, expect, it } from '@jest/globals';
import { isValidIdentityNumber, normaliseLogin, normalisePhone } from './identifiers.ts';

describe('login names', () => {
  it.each([
    [' Wang.Fang ', 'wang.fang'],
    ['ＷＡＮＧ０１', 'wang01'],
    ['王芳', '王芳'],
  ])('%j is %j', (text, login) => expect(normaliseLogin(text)).toBe(login));
});

describe('mainland mobile numbers', () => {
  it.each([
    '13800138000',
    ' 138 0013 8000 ',
    '138-0013-8000',
    '+86 138 0013 8000',
    '0086-13800138000',
    '8613800138000',
    '１３８００１３８０００',
  ])('reads %j', (text) => expect(normalisePhone(text)).toBe('13800138000'));
  it.each([
    '',
    '12800138000',
    '1380013800',
    '138001380000',
    '+85213800138000',
    '010-12345678',
    '1380013800a',
    'wang.fang',
  ])('does not take %j for one', (text) => expect(normalisePhone(text)).toBeNull());
});

describe('citizen identity numbers (GB 11643)', () => {
  // The first is the standard's own example.
  it.each(['11010519491231002X', '11010519491231002x', '110105200002290013'])('accepts %s', (text) =>
    expect(isValidIdentityNumber(text)).toBe(true),
  );
  it.each([
    ['a wrong check character', '110105194912310021'],
    ['two digits swapped', '11010519491231020X'],
    ['fifteen places', '110105491231002'],
    ['a leading zero', '01010519491231002X'],
    ['a space', '11010519491231002X '],
    ['nothing', ''],
  ])('refuses %s', (_, text) => expect(isValidIdentityNumber(text)).toBe(false));

  const fitting = (digits: string): string[] =>
    [...'0123456789X'].filter((check) => isValidIdentityNumber(digits + check));

  it('exactly one check character fits any seventeen digits', () => {
    for (let serial = 0; serial < 1_000; serial += 37) {
      expect(fitting(`53010219900101${String(serial).padStart(3, '0')}`)).toHaveLength(1);
    }
  });

  it.each(['19490230', '19490229', '19491331', '19490100', '18991231', '21000101'])(
    'no check character fits the birth date %s',
    (birth) => expect(fitting(`110105${birth}002`)).toEqual([]),
  );
});
