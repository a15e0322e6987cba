import { exams } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { Navigate, useParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Failed, Lines, Loaded, Page, useTitle } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { SittingRoom } from './SittingRoom.tsx';
import type { Sitting } from './types.ts';
import { useWriter } from './use-writer.ts';

export function Component() {
  const text = useText();
  const { sittingId = '' } = useParams();
  const sitting = useEndpoint(exams.getSitting, { params: { sittingId } }, { staleTime: Infinity });
  if (sitting.data?.state === 'open') return <Writing key={sittingId} sitting={sitting.data} />;
  if (sitting.data) return <Navigate to={paths.result(sittingId)} replace />;
  return (
    <Page title={undefined} narrow>
      <Loaded
        query={sitting}
        way={{ to: paths.courses(), label: text('app.toCourses') }}
        skeleton={<Lines count={4} height={80} />}
      >
        {() => null}
      </Loaded>
    </Page>
  );
}

function Writing({ sitting }: { sitting: Sitting }) {
  useTitle(sitting.title);
  const { writer, failure, retry } = useWriter(sitting);
  if (failure?.code === 'sitting_closed') return <Navigate to={paths.result(sitting.id)} replace />;
  if (writer) return <SittingRoom sitting={sitting} writer={writer} />;
  return (
    <Page title={sitting.title} narrow>
      {failure ? <Failed failure={failure} retry={retry} /> : <Lines count={4} height={80} />}
    </Page>
  );
}
