import { reports } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { Tag } from 'antd';
import { useParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { AsOfNote } from '../../app/shell/AsOfNote.tsx';
import { useScope } from '../../app/shell/scope.tsx';
import { CountingNote, Loaded, Page, shareOf, Waiting, When } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { Children } from './Children.tsx';
import css from './dashboards.module.css';
import { TrainedPeople } from './TrainedPeople.tsx';
import { TrainedTrend } from './TrainedTrend.tsx';

const counts = ['assigned', 'started', 'finished', 'overdue'] as const;

/** One assignment in an organization: its figures, those of each child organization, their trend, and the people behind them. */
export function Component() {
  const text = useText();
  const { assignmentId = '' } = useParams();
  const { organizationId = '', name, asOf, link } = useScope();
  const training = useEndpoint(
    reports.getTraining,
    { params: { organizationId, assignmentId }, query: asOf ? { asOf } : {} },
    { enabled: organizationId !== '', ...(asOf ? {} : { refetchInterval: 30_000 }) },
  );
  const { data } = training;
  return (
    <Page
      title={data?.title ?? text('dashboards.assignment')}
      tags={data && <Tag>{text(data.required ? 'dashboards.required' : 'dashboards.elective')}</Tag>}
      subtitle={
        data && (
          <>
            {name} · {text('dashboards.by')} {data.organizationName} ·{' '}
            {data.deadline ? (
              <>
                {text('dashboards.deadline')} <When at={data.deadline} />
              </>
            ) : (
              text('dashboards.noDeadline')
            )}
          </>
        )
      }
      back={{ to: link(paths.trainingFigures()), label: text('dashboards.training') }}
    >
      <AsOfNote />
      <Loaded query={training} skeleton={<Waiting rows={12} />}>
        {(loaded) => (
          <>
            <CountingNote counting={loaded.counting} />
            <dl className={css.figures}>
              {counts.map((key) => (
                <div key={key} className={css.figure}>
                  <dt>{text(`dashboards.${key}`)}</dt>
                  <dd>
                    <strong className={key === 'overdue' && loaded.overdue > 0 ? css.warn : undefined}>
                      {loaded[key]}
                    </strong>{' '}
                    {text('overview.persons')}
                    {key !== 'assigned' && <span className={css.note}>{shareOf(loaded[key], loaded.assigned)}</span>}
                  </dd>
                </div>
              ))}
            </dl>
            <Children rows={loaded.children} />
            <TrainedTrend rows={loaded.trend} />
            <TrainedPeople organizationId={organizationId} assignmentId={assignmentId} asOf={asOf} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
