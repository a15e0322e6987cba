import { timestamp, toWebVtt } from './subtitles.ts';

test('time stamps carry hours, minutes, seconds and milliseconds', () => {
  expect(timestamp(0)).toBe('00:00:00.000');
  expect(timestamp(3_723_004.4)).toBe('01:02:03.004');
});

test('each sentence is a cue that ends before the next begins', () => {
  const text = toWebVtt(
    [
      { startMs: 500, endMs: 1500, zh: '甲 < 乙', en: 'A & B' },
      { startMs: 1600, endMs: 2000, zh: '丙', en: 'C' },
    ],
    'zh',
  );
  expect(text).toBe('WEBVTT\n\n1\n00:00:00.500 --> 00:00:01.600\n甲 &lt; 乙\n\n2\n00:00:01.600 --> 00:00:02.250\n丙\n');
});
