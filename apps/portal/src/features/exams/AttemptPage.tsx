import { exams } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { Navigate, useParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Failed, Lines, Loaded, Page, useTitle } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { AttemptRoom } from './AttemptRoom.tsx';
import type { Attempt } from './types.ts';
import { useWriter } from './use-writer.ts';

export function Component() {
  const text = useText();
  const { attemptId = '' } = useParams();
  const attempt = useEndpoint(exams.getAttempt, { params: { attemptId } }, { staleTime: Infinity });
  if (attempt.data?.state === 'open') return <Writing key={attemptId} attempt={attempt.data} />;
  if (attempt.data) return <Navigate to={paths.result(attemptId)} replace />;
  return (
    <Page title={undefined} narrow>
      <Loaded
        query={attempt}
        way={{ to: paths.courses(), label: text('app.toCourses') }}
        skeleton={<Lines count={4} height={80} />}
      >
        {() => null}
      </Loaded>
    </Page>
  );
}

function Writing({ attempt }: { attempt: Attempt }) {
  useTitle(attempt.title);
  const { writer, failure, retry } = useWriter(attempt);
  if (failure?.code === 'attempt_closed') return <Navigate to={paths.result(attempt.id)} replace />;
  if (writer) return <AttemptRoom attempt={attempt} writer={writer} />;
  return (
    <Page title={attempt.title} narrow>
      {failure ? <Failed failure={failure} retry={retry} /> : <Lines count={4} height={80} />}
    </Page>
  );
}
