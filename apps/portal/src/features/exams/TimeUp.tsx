import type { ApiFailure } from '@dangxiao/web-kit';
import { Failed, Notice, Page } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';

/** The time is over: the server closes the exam by itself, this page only brings the person to the result. */
export function TimeUp({ failure, retry }: { failure: ApiFailure | null; retry: () => void }) {
  const text = useText();
  return (
    <Page title={text('attempt.timeUp')} narrow>
      <Notice tone="info" announced>
        {text('attempt.timeUp')}
      </Notice>
      {failure && <Failed failure={failure} retry={retry} />}
    </Page>
  );
}
