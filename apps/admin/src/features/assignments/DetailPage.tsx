import { assignments } from '@dangxiao/contracts';
import { useEndpoint, useFormat } from '@dangxiao/web-kit';
import { Alert, Button, Tabs, Tag, Timeline } from 'antd';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Empty, Loaded, Page, Section } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './assignments.module.css';
import { AssignmentState, Filling, isFilling } from './AssignmentState.tsx';
import { Summary } from './editor/Summary.tsx';
import type { Detail } from './editor/values.ts';
import { RemindModal } from './RemindModal.tsx';
import { Targets } from './Targets.tsx';
import { WithdrawModal } from './WithdrawModal.tsx';

/** One assignment: how far the people are, who they are, and what was done to it. */
export function Component() {
  const { assignmentId = '' } = useParams();
  const text = useText();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const [withdrawing, setWithdrawing] = useState(false);
  const [reminding, setReminding] = useState(false);
  const query = useEndpoint(
    assignments.getAssignment,
    { params: { assignmentId } },
    { refetchInterval: (answer) => (answer && isFilling(answer) ? 1_000 : 30_000) },
  );
  return (
    <Loaded query={query}>
      {(detail) => (
        <Page
          title={detail.title}
          tags={
            <>
              <AssignmentState state={detail.state} />
              <Tag>{text(detail.required ? 'assignments.required' : 'assignments.elective')}</Tag>
            </>
          }
          subtitle={[detail.organizationName, text(`assignments.mode.${detail.mode}`)].join(' · ')}
          back={{ to: paths.assignments(), label: text('assignments.title') }}
          actions={
            may('assignments.write') &&
            detail.state !== 'withdrawn' && (
              <>
                {canRemind(detail) && (
                  <Button type="primary" onClick={() => setReminding(true)}>
                    {text('assignments.remind.open')}
                  </Button>
                )}
                {detail.state !== 'draft' && (
                  <Button onClick={() => setWithdrawing(true)}>{text('assignments.detail.withdraw')}</Button>
                )}
                <Link to={paths.assignmentEditor(detail.id)}>
                  <Button type={detail.state === 'draft' ? 'primary' : 'default'}>
                    {text(detail.state === 'draft' ? 'assignments.detail.goOn' : 'assignments.detail.change')}
                  </Button>
                </Link>
              </>
            )
          }
        >
          {detail.withdrawnReason && (
            <Alert
              type="info"
              showIcon
              title={text('assignments.detail.withdrawnFor', { reason: detail.withdrawnReason })}
            />
          )}
          <Filling progress={detail.progress} />
          <Figures detail={detail} />
          <Tabs
            activeKey={search.get('tab') ?? 'people'}
            onChange={(tab) => setSearch({ tab }, { replace: true })}
            destroyOnHidden
            items={[
              {
                key: 'people',
                label: text('assignments.detail.people'),
                children: <Targets detail={detail} />,
              },
              {
                key: 'about',
                label: text('assignments.detail.about'),
                children: (
                  <Section>
                    {detail.description && <p>{detail.description}</p>}
                    <Summary values={detail} names={detail.names} owner={detail.organizationName} />
                  </Section>
                ),
              },
              { key: 'history', label: text('assignments.detail.history'), children: <History detail={detail} /> },
            ]}
          />
          {reminding && <RemindModal detail={detail} onClose={() => setReminding(false)} />}
          {withdrawing && <WithdrawModal detail={detail} onClose={() => setWithdrawing(false)} />}
        </Page>
      )}
    </Loaded>
  );
}

/** Once it is open and somebody has not finished. */
const canRemind = ({ state, opensAt, counts }: Detail) =>
  state === 'published' && Date.parse(opensAt) <= Date.now() && counts.finished < counts.assigned;

function Figures({ detail: { counts } }: { detail: Detail }) {
  const text = useText();
  const percent = counts.assigned === 0 ? 0 : Math.floor((counts.finished / counts.assigned) * 100);
  const figures = ['assigned', 'started', 'finished', 'overdue'] as const;
  return (
    <dl className={css.figures} style={{ margin: 0 }}>
      {figures.map((key) => (
        <div key={key} className={`${css.figure} ${key === 'overdue' && counts.overdue > 0 ? css.bad : ''}`}>
          <dt>{text(`assignments.detail.${key}`)}</dt>
          <dd>{counts[key]}</dd>
          {key === 'finished' && <dd className={css.hint}>{text('assignments.detail.rate', { percent })}</dd>}
        </div>
      ))}
    </dl>
  );
}

function History({ detail: { history } }: { detail: Detail }) {
  const text = useText();
  const format = useFormat();
  if (history.length === 0) return <Empty>{text('assignments.detail.noHistory')}</Empty>;
  return (
    <Section>
      <Timeline
        items={history.map(({ number, action, at, by, reason, changed }) => ({
          key: number,
          color: { published: 'green', changed: 'blue', withdrawn: 'gray' }[action],
          content: (
            <>
              <div>
                {text(`assignments.detail.action.${action}`)}
                {changed.length > 0 && action === 'changed' && (
                  <>: {changed.map((field) => text(`assignments.field.${field}`)).join(text('app.separator'))}</>
                )}
              </div>
              {reason && <div>{reason}</div>}
              <div className={css.hint} title={format.full(at)}>
                {text('assignments.detail.by', { name: by, when: format.when(at) })}
              </div>
            </>
          ),
        }))}
      />
    </Section>
  );
}
