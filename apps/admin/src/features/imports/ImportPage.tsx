import { people } from '@dangxiao/contracts';
import { refresh, useEndpoint } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Steps, Tag } from 'antd';
import { useEffect, useRef } from 'react';
import { useParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Loaded, Page } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { Finished } from './Finished.tsx';
import css from './imports.module.css';
import { isWorking, schoolReads, stateColours, type Import } from './reads.ts';
import { Rejected } from './Rejected.tsx';
import { Review } from './Review.tsx';
import { Working } from './Working.tsx';

const stepOf = {
  reading: 0,
  rejected: 0,
  checking: 1,
  checked: 1,
  committing: 2,
  committed: 3,
  undoing: 3,
  undone: 3,
  discarded: 1,
};

/** One import from its file to its result, wherever it stands. */
export function Component() {
  const text = useText();
  const { importId = '' } = useParams();
  const query = useEndpoint(
    people.getImport,
    { params: { importId } },
    { refetchInterval: (answer) => (answer && isWorking(answer) ? 700 : false) },
  );
  useFollow(query.data);
  const back = { to: paths.imports(query.data?.kind), label: text('imports.back') };
  return (
    <Page
      title={query.data?.fileName ?? text('imports.title')}
      back={back}
      tags={query.data && <Tag color={stateColours[query.data.state]}>{text(`imports.state.${query.data.state}`)}</Tag>}
      subtitle={query.data && `${text(`imports.kind.${query.data.kind}`)} · ${query.data.organizationName}`}
    >
      <Loaded query={query}>
        {(data) => (
          <>
            <div className={css.steps}>
              <Steps
                current={stepOf[data.state]}
                status={data.state === 'rejected' ? 'error' : data.state === 'committed' ? 'finish' : 'process'}
                items={(['file', 'check', 'import', 'done'] as const).map((step) => ({
                  title: text(`imports.step.${step}`),
                }))}
              />
            </div>
            <Stage data={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Stage({ data }: { data: Import }) {
  if (isWorking(data)) return <Working data={data} />;
  if (data.state === 'rejected') return <Rejected data={data} />;
  return data.state === 'checked' ? <Review data={data} /> : <Finished data={data} />;
}

/** What was imported or undone shows everywhere else in the console, too. */
function useFollow(data: Import | undefined): void {
  const client = useQueryClient();
  const before = useRef(data?.state);
  const state = data?.state;
  useEffect(() => {
    if (before.current !== state && (state === 'committed' || state === 'undone')) void refresh(client, schoolReads);
    before.current = state;
  }, [client, state]);
}
