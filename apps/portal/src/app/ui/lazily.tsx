import { lazy, Suspense, useEffect, useLayoutEffect, useRef, type ComponentType } from 'react';

/**
 * A dialog that is loaded after the page that may open it, but before it is opened: it must also open while the network is down. It is mounted
 * open, so that the focus is given back here: to what had it before.
 */
export function lazily<Props extends { opened: boolean }>(load: () => Promise<ComponentType<Props>>) {
  const Dialog = lazy(async () => ({ default: await load() }));
  return function Lazily(props: Props) {
    const { opened } = props;
    const before = useRef<Element | null>(null);
    useEffect(() => void load().catch(() => undefined), []);
    useLayoutEffect(() => {
      if (opened) before.current = document.activeElement;
    }, [opened]);
    useEffect(() => {
      if (!opened) return;
      return () => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost && before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
      };
    }, [opened]);
    return opened ? (
      <Suspense>
        <Dialog {...props} />
      </Suspense>
    ) : null;
  };
}
