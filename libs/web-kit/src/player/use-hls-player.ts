import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { attachStream, type Level, type Stream, type StreamStatus } from './attach.ts';

/**
 * Keeps an HLS stream attached to a media element. A changed address (another rendition) goes on at the same position.
 * @param startMs where to begin the first time, ms.
 */
export function useHlsPlayer(media: RefObject<HTMLMediaElement | null>, url: string, startMs: number) {
  const [status, setStatus] = useState<StreamStatus>('loading');
  const [levels, setLevels] = useState<readonly Level[]>([]);
  const [level, chooseLevel] = useState<number | null>(null);
  const stream = useRef<Stream | null>(null);
  const from = useRef({ atMs: startMs, playing: false });

  useEffect(() => {
    const element = media.current;
    if (!element) return;
    let gone = false;
    const { atMs, playing } = from.current;
    setStatus('loading');
    void attachStream(element, url, atMs, {
      onStatus: (next) => {
        if (gone) return;
        setStatus(next);
        if (next === 'ready' && playing && element.paused) void element.play().catch(() => undefined);
      },
      onLevels: (next) => !gone && setLevels(next),
    }).then(
      (attached) => {
        if (gone) attached.close();
        else stream.current = attached;
      },
      () => !gone && setStatus('failed'),
    );
    return () => {
      gone = true;
      from.current = { atMs: element.currentTime * 1000, playing: !element.paused }; // before closing forgets both
      stream.current?.close();
      stream.current = null;
    };
  }, [media, url]);

  const setLevel = useCallback((index: number | null) => {
    stream.current?.setLevel(index);
    chooseLevel(index);
  }, []);
  const retry = useCallback(() => stream.current?.retry(), []);
  return { status, levels, level, setLevel, retry };
}
