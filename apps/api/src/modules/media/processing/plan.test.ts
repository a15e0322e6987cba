import { describe, expect, it } from '@jest/globals';
import { codecsOf } from './codecs.ts';
import { gridOf } from './pictures.ts';
import { qualitiesOf } from './plan.ts';
import { lengthOf, segmentsOf } from './playlist-file.ts';

describe('qualities of a lecture', () => {
  it.each([
    [1920, 1080, ['720p 1280x720', '360p 640x360']],
    [1280, 720, ['720p 1280x720', '360p 640x360']],
    [854, 480, ['360p 640x360']],
    [640, 360, ['360p 640x360']],
    [320, 240, ['240p 320x240']],
    [1080, 1920, ['720p 720x1280', '360p 360x640']],
    [321, 241, ['240p 318x240']],
    [2, 2, ['2p 2x2']],
  ])('%i × %i: %j', (width, height, expected) => {
    const qualities = qualitiesOf({ width, height });
    expect(qualities.map((quality) => `${quality.name} ${quality.width}x${quality.height}`)).toEqual(expected);
    for (const quality of qualities) {
      expect(quality.width).toBeLessThanOrEqual(width);
      expect(quality.height).toBeLessThanOrEqual(height);
    }
  });
});

describe('pictures and playlists', () => {
  it('have at most a hundred thumbnails, enough for the whole lecture', () => {
    for (const durationMs of [1, 5_999, 6_000, 6_001, 600_000, 7_200_000, 21_600_000]) {
      const { columns, rows, intervalMs } = gridOf(durationMs);
      expect(columns * rows).toBeLessThanOrEqual(100);
      expect(columns * rows * intervalMs).toBeGreaterThanOrEqual(durationMs);
    }
  });

  it('are read as ffmpeg writes them', () => {
    const segments = segmentsOf('#EXTM3U\n#EXTINF:6.000000,\n000.ts\n#EXTINF:2.5,title\n/x/001.ts\n#EXT-X-ENDLIST\n');
    expect(segments).toEqual([
      { file: '000.ts', durationMs: 6000 },
      { file: '001.ts', durationMs: 2500 },
    ]);
    expect(lengthOf(segments)).toBe(8500);
  });

  it('name the codecs that the first parameter set tells', () => {
    expect(codecsOf(Buffer.from([9, 0, 0, 0, 1, 0x67, 0x4d, 0x40, 0x1f, 1]))).toBe('avc1.4D401F,mp4a.40.2');
    expect(codecsOf(Buffer.alloc(400, 0x47))).toBe('mp4a.40.2');
  });
});
