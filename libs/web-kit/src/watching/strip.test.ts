import { stripParts } from './strip.ts';

test('the strip shows counted, refused and empty pieces in order and without overlap', () => {
  const parts = stripParts(
    100,
    [
      [0, 30],
      [40, 50],
    ],
    [
      { interval: [20, 45], reason: 'gap' },
      { interval: [60, 70], reason: 'budget' },
      { interval: [65, 120], reason: 'ahead' },
    ],
  );
  expect(parts.map(({ kind, fromMs, toMs, reason }) => [kind, fromMs, toMs, reason])).toEqual([
    ['counted', 0, 30, null],
    ['refused', 30, 40, 'gap'],
    ['counted', 40, 50, null],
    ['empty', 50, 60, null],
    ['refused', 60, 65, 'budget'],
    ['refused', 65, 100, 'ahead'],
  ]);
});
