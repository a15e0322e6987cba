import { useEffect, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Media } from './types.ts';

/** Which subtitles are shown; at first those in the language on screen, else none. */
export function useSubtitles(video: RefObject<HTMLVideoElement | null>, tracks: Media['subtitles']) {
  const { i18n } = useTranslation();
  const [language, setLanguage] = useState<string | null>(
    () => tracks.find((track) => track.language === i18n.language)?.language ?? tracks[0]?.language ?? null,
  );
  useEffect(() => {
    for (const track of video.current?.textTracks ?? []) {
      track.mode = track.language === language ? 'showing' : 'disabled';
    }
  }, [video, language]);
  const first = tracks[0]?.language ?? null;
  return {
    tracks,
    language,
    choose: setLanguage,
    toggle: () => setLanguage((shown) => (shown === null ? first : null)),
  };
}

export type Subtitles = ReturnType<typeof useSubtitles>;
