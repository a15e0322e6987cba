import { useLayoutEffect, useState, type RefObject } from 'react';
import { fitting } from './scope-trail.ts';

/** What stands between two names, and the mark for those that are left out; px, as the style sheet has them. */
const SEPARATOR = 20;
const MORE = 44;

/**
 * How many organizations above the scope fit in front of it. A name is shown whole or left out, never cut.
 * @param room the element that has the room
 * @param measure an unseen list with all names in their size, the scope last
 * @param names changes when the names do
 */
export function useFitting(
  room: RefObject<HTMLElement | null>,
  measure: RefObject<HTMLElement | null>,
  names: string,
): number {
  const [count, setCount] = useState(0);
  useLayoutEffect(() => {
    const element = room.current;
    const list = measure.current;
    if (!element || !list) return;
    const look = () => {
      const widths = [...list.children].map((each) => each.getBoundingClientRect().width + SEPARATOR);
      setCount(fitting(widths.slice(0, -1), widths.at(-1) ?? 0, MORE, element.clientWidth));
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    observer.observe(list);
    return () => observer.disconnect();
  }, [room, measure, names]);
  return count;
}
