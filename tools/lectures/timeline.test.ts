import { FRAME_RATE, layOut, PAUSES, shotAt } from './timeline.ts';

const script = {
  number: 1,
  course: '课程',
  title: '讲',
  titleEn: 'Lecture',
  slides: [
    { heading: '一', art: 'a', points: [], lines: [{ zh: '甲。', en: 'A.' }] },
    {
      heading: '二',
      art: 'b',
      points: ['点'],
      lines: [
        { zh: '乙。', en: 'B.', point: 0 },
        { zh: '丙。', en: 'C.', point: 0 },
      ],
    },
  ],
};

test('sentences follow one another with the pauses between them', () => {
  const { cues, durationMs } = layOut(script, [[1000], [2000, 1500]]);
  expect(cues.map((cue) => cue.startMs)).toEqual([
    PAUSES.lead,
    2 * PAUSES.lead + 1000 + PAUSES.tail,
    2 * PAUSES.lead + 3000 + PAUSES.tail + PAUSES.between,
  ]);
  expect(durationMs % (1000 / FRAME_RATE)).toBe(0);
  expect(durationMs).toBeGreaterThanOrEqual((cues.at(-1)?.endMs ?? 0) + PAUSES.tail);
});

test('a point stays lit as long as sentences talk about it', () => {
  const { shots, cues } = layOut(script, [[1000], [2000, 1500]]);
  expect(shots).toHaveLength(3);
  expect(shotAt(shots, 0)).toMatchObject({ slide: 0, point: null });
  expect(shotAt(shots, cues[2]?.startMs ?? 0)).toMatchObject({ slide: 1, point: 0 });
});
