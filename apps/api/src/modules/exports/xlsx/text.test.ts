import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cellText, xmlText } from './text.ts';

const runs = /^(?:[\s\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;

describe('the text of a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\uff1d1+1', "'\uff1d1+1"],
    ['\uff0b1', "'\uff0b1"],
    ['\uff0d1', "'\uff0d1"],
    ['\uff20a', "'\uff20a"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\n=1"],
    ['  =1', "'  =1"],
    ['\u0000=1', "'=1"],
    ['\u0007\u200b-1', "'\u200b-1"],
    ['张三', '张三'],
    ['a=b', 'a=b'],
    ['2026-01-01', '2026-01-01'],
  ])('%j becomes %j', (given, expected) => expect(cellText(given)).toBe(expected));

  it('has no control characters, no lone surrogates and no more than Excel takes', () => {
    expect(cellText('a\u0001b\u001fc\ud800d\uffffe\r\nf')).toBe('abcde\nf');
    expect(cellText('😀')).toBe('😀');
    expect(cellText('长'.repeat(40_000))).toHaveLength(32_767);
  });

  it('escapes what XML and Excel would read otherwise', () => {
    expect(xmlText('<a & "b">')).toBe('&lt;a &amp; &quot;b&quot;&gt;');
    expect(xmlText('_x0041_')).toBe('_x005F_x0041_');
  });

  it('never begins like a formula, whatever was given', () => {
    const nasty = fc.array(
      fc.constantFrom('=', '+', '-', '@', '\uff1d', '\t', '\r', '\n', ' ', '\u0000', '\ud800', '\u200b', 'a'),
    );
    fc.assert(fc.property(nasty, (parts) => !runs.test(cellText(parts.join('')))));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (given) => !runs.test(cellText(given))));
  });
});
