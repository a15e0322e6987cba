import { describe, expect, it } from '@jest/globals';
import { newCode, normaliseCode } from './code.ts';

describe('one-time codes', () => {
  it('have 80 bits in four groups without letters that look alike', () => {
    const codes = Array.from({ length: 500 }, newCode);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    expect(new Set(codes).size).toBe(500);
    expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32);
  });

  it.each(['7QK2-M4XD-9HTP-3WR1', '7qk2 m4xd 9htp 3wrl', '7QK2M4XD9HTP3WRI', '７ＱＫ２－Ｍ４ＸＤ－９ＨＴＰ－３ＷＲ１'])(
    'are the same typed as %s',
    (typed) => {
      expect(normaliseCode(typed)).toBe('7QK2M4XD9HTP3WR1');
    },
  );
});
