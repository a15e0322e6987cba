import { exams } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Lines, Loaded, Notice, Page } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { ResultItems } from './ResultItems.tsx';
import { Verdict } from './Verdict.tsx';

const pollMs = 1_500;

/** Pass or not in words, score, hours earned, what to review; the next step as a button. */
export function Component() {
  const text = useText();
  const { attemptId = '' } = useParams();
  const result = useEndpoint(exams.getResult, { params: { attemptId } }, { staleTime: Infinity });
  const { refetch } = result;
  const waiting = result.error?.code === 'result_not_ready';
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => void refetch(), pollMs);
    return () => clearInterval(timer);
  }, [waiting, refetch]);
  return (
    <Page title={text('result.title')} narrow>
      {waiting ? (
        <Notice tone="info">{text('result.waiting')}</Notice>
      ) : (
        <Loaded
          query={result}
          way={{ to: paths.courses(), label: text('app.toCourses') }}
          skeleton={<Lines count={2} height={160} />}
        >
          {(data) => (
            <>
              <Verdict result={data} />
              <ResultItems result={data} />
            </>
          )}
        </Loaded>
      )}
    </Page>
  );
}
