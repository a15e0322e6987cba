import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

const TABLE_WIDTH = 600;

/** Whether an element has too little room for a table; measured before the first paint and whenever its width changes. */
export function useNarrow<Measured extends HTMLElement>(): [RefObject<Measured | null>, boolean] {
  const measured = useRef<Measured>(null);
  const [narrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const element = measured.current;
    if (!element) return;
    const measure = () => setNarrow(element.clientWidth < TABLE_WIDTH);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [measured, narrow];
}
