import { useCallback, useEffect, useState } from 'react';

const quietAfterMs = 3_000;

/** Controls over the picture step back while it plays and nobody touches anything. */
export function useQuietControls(playing: boolean) {
  const [touched, setTouched] = useState(0);
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    setQuiet(false);
    if (!playing) return;
    const timer = setTimeout(() => setQuiet(true), quietAfterMs);
    return () => clearTimeout(timer);
  }, [playing, touched]);
  const wake = useCallback(() => setTouched((count) => count + 1), []);
  return { quiet, wake };
}
