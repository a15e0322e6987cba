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
    const tracks = video.current?.textTracks;
    if (!tracks) return;
    const show = () => {
      for (const track of tracks) {
        const mode = track.language === language ? 'showing' : 'disabled';
        if (track.mode !== mode) track.mode = mode;
      }
    };
    show();
    // browsers switch tracks on by themselves, by the system's language, when the first data arrive
    tracks.addEventListener('change', show);
    tracks.addEventListener('addtrack', show);
    return () => {
      tracks.removeEventListener('change', show);
      tracks.removeEventListener('addtrack', show);
    };
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
