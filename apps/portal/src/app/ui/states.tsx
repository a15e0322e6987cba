import { useErrorText, type ApiFailure } from '@dangxiao/web-kit';
import { Button, Skeleton } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Notice } from './Notice.tsx';
import { Trouble, type Way } from './Trouble.tsx';
import css from './ui.module.css';
import { isUnreachable, useReturn } from './use-return.ts';

/** What is shown where a list is empty: a sentence and, where there is one, the way on. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={css.empty}>
      <IconInbox size={40} stroke={1.2} aria-hidden />
      <p>{children}</p>
      {action}
    </div>
  );
}

export function Failed({ failure, retry }: { failure: ApiFailure; retry?: () => void }) {
  const text = useText();
  const errors = useErrorText();
  return (
    <Notice
      tone="bad"
      announced
      actions={
        retry && (
          <Button variant="default" onClick={retry}>
            {text('app.retry')}
          </Button>
        )
      }
    >
      {errors.of(failure)}
    </Notice>
  );
}

/** A part of a page that could not be read; it comes by itself once the server answers again. */
export function FailedRead({ failure, retry }: { failure: ApiFailure; retry: () => void }) {
  useReturn(isUnreachable(failure), retry);
  return <Failed failure={failure} retry={retry} />;
}

/** Grey shapes of what is coming. */
export function Lines({ count = 3, height = 72 }: { count?: number; height?: number }) {
  const text = useText();
  return (
    <div className={css.stack} role="status" aria-label={text('app.loading')}>
      {Array.from({ length: count }, (_, index) => (
        <Skeleton key={index} height={height} radius="var(--dx-radius-card)" />
      ))}
    </div>
  );
}

interface LoadedProps<Data> {
  query: { data: Data | undefined; error: ApiFailure | null; refetch: () => unknown };
  skeleton?: ReactNode;
  /** Where the answer is the whole page: where else to go when it is not there. */
  way?: Way;
  children: (data: Data) => ReactNode;
}

/** A read answer in its three states: skeleton, error with a way to try again, content. */
export function Loaded<Data>({ query, skeleton, way, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) {
    const again = { failure: query.error, retry: () => void query.refetch() };
    return way ? <Trouble {...again} way={way} /> : <FailedRead {...again} />;
  }
  return <>{skeleton ?? <Lines />}</>;
}
