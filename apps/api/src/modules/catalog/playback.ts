import { media, type catalog, type ResponseOf } from '@dangxiao/contracts';
import { pathOf } from '../../http/path-of.ts';

type Playback = NonNullable<ResponseOf<typeof catalog.getLesson>['media']>;

/** What the database says of a lecture that is ready. */
export interface MediaFacts {
  id: string;
  durationMs: number;
  poster: boolean;
  thumbnails: Omit<NonNullable<Playback['thumbnails']>, 'url'> | null;
  renditions: { name: string; height: number | null; bandwidth: number }[];
  subtitles: { language: string; label: string }[];
}

/** Addresses of everything that a player of the lecture needs. */
export function playbackOf({ id, durationMs, poster, thumbnails, renditions, subtitles }: MediaFacts): Playback {
  const asset = (file: string) => pathOf(media.asset, { mediaId: id, file });
  const playlist = (file: string) => pathOf(media.playlist, { mediaId: id, file });
  return {
    id,
    durationMs,
    hlsUrl: playlist('master.m3u8'),
    audioUrl: playlist('audio.m3u8'),
    posterUrl: poster ? asset('poster.jpg') : null,
    qualities: renditions,
    thumbnails: thumbnails && { ...thumbnails, url: asset('thumbs.jpg') },
    subtitles: subtitles.map((subtitle) => ({ ...subtitle, url: asset(`${subtitle.language.toLowerCase()}.vtt`) })),
  };
}
