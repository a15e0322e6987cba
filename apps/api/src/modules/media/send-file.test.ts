import { describe, expect, it } from '@jest/globals';
import { rangeOf } from './send-file.ts';

describe('byte ranges', () => {
  it.each([
    [undefined, null],
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=10-19', { start: 10, end: 19 }],
    ['bytes=90-1000', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-1000', { start: 0, end: 99 }],
    ['bytes=100-', false],
    ['bytes=20-10', false],
    ['bytes=-0', false],
    ['bytes=-', null],
    ['bytes=0-1,5-6', null],
    ['items=0-1', null],
  ])('%s of 100 bytes', (header, expected) => {
    expect(rangeOf(header, 100)).toEqual(expected);
  });

  it('are never satisfied by an empty file', () => {
    expect(rangeOf('bytes=0-', 0)).toBe(false);
  });
});
