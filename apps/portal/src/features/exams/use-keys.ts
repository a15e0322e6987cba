import { useEffect, useRef } from 'react';

interface Keys {
  /** Position of an option, from 0. */
  onOption: (index: number) => void;
  onMove: (by: 1 | -1) => void;
  enabled: boolean;
}

/** Keys during an attempt: 1–9 (or letters) choose, left and right change the question. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { enabled, onMove, onOption } = latest.current;
      if (!enabled || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'ArrowRight') onMove(1);
      else if (event.key === 'ArrowLeft') onMove(-1);
      else if (/^[1-9]$/.test(event.key)) onOption(Number(event.key) - 1);
      else if (/^[a-h]$/i.test(event.key)) onOption(event.key.toUpperCase().charCodeAt(0) - 65);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
