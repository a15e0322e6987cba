import { lazy, Suspense, useEffect, type ComponentType } from 'react';

/** A dialog that is loaded after the page that may open it, but before it is opened: it must also open while the network is down. */
export function lazily<Props extends { opened: boolean }>(load: () => Promise<ComponentType<Props>>) {
  const Dialog = lazy(async () => ({ default: await load() }));
  return function Lazily(props: Props) {
    useEffect(() => void load().catch(() => undefined), []);
    return props.opened ? (
      <Suspense>
        <Dialog {...props} />
      </Suspense>
    ) : null;
  };
}
