import { describe, expect, it } from '@jest/globals';
import { passwordProblem } from './passwords.ts';

describe('what is wrong with a password', () => {
  it.each([
    ['short', 'too_short'],
    ['九个字九个字九个字', 'too_short'],
    ['😀😀😀😀😀', 'too_short'],
    ['x'.repeat(201), 'too_long'],
    ['wang.fang.2026', 'same_as_login'],
    ['ＷANG.fang.2026', 'same_as_login'],
    ['1234567890', 'too_common'],
    ['Password123', 'too_common'],
    ['5201314520', 'too_common'],
    ['aaaaaaaaaaaa', 'too_common'],
    ['abcabcabcabc', 'too_common'],
    ['一切为了人民一切为人民', null],
    ['correct horse battery', null],
    ['wang.fang.2026!', null],
  ])('%j: %s', (password, problem) => expect(passwordProblem(password, 'Wang.Fang.2026')).toBe(problem));

  it('answers at once for the longest input', () => {
    const started = performance.now();
    passwordProblem(`${'ab'.repeat(99)}!`, 'login');
    passwordProblem('a'.repeat(1_000_000), 'login');
    expect(performance.now() - started).toBeLessThan(500);
  });
});
