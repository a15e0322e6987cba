import { parsePlaylist, totalMs } from './playlist.ts';

test('segments are read with their lengths, which add up to the whole', () => {
  const segments = parsePlaylist(
    '#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6.0004,\n000.ts\n#EXTINF:6.0004,\n001.ts\n#EXTINF:2.2,\n002.ts\n#EXT-X-ENDLIST\n',
  );
  expect(segments.map((segment) => segment.file)).toEqual(['000.ts', '001.ts', '002.ts']);
  expect(totalMs(segments)).toBe(14201);
});
