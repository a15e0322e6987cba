import { InboxOutlined } from '@ant-design/icons';
import { useErrorText, type ApiFailure } from '@dangxiao/web-kit';
import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';
import css from './ui.module.css';

/** Grey shapes of what is coming. */
export function Waiting({ rows = 6 }: { rows?: number }) {
  const text = useText();
  return (
    <div role="status" aria-label={text('app.loading')}>
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
    </div>
  );
}

/** Where there is nothing: a sentence and, where there is one, the way on. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={css.empty}>
      <InboxOutlined className={css.emptyIcon} aria-hidden />
      <p>{children}</p>
      {action}
    </div>
  );
}

export function Failed({ failure, retry }: { failure: ApiFailure; retry?: () => void }) {
  const text = useText();
  const errors = useErrorText();
  return (
    <Alert
      type="error"
      showIcon
      title={errors.of(failure)}
      action={retry && <Button onClick={retry}>{text('app.retry')}</Button>}
    />
  );
}

interface LoadedProps<Data> {
  query: { data: Data | undefined; error: ApiFailure | null; refetch: () => unknown };
  skeleton?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** A read answer in its three states: skeleton, failure with a way to try again, content. */
export function Loaded<Data>({ query, skeleton, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Failed failure={query.error} retry={() => void query.refetch()} />;
  return <>{skeleton ?? <Waiting />}</>;
}
