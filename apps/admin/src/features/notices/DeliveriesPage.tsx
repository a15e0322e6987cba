import { notices, type ResponseOf } from '@dangxiao/contracts';
import { NOTICE_KINDS, noticeTexts, renderNotice, type NoticeContent, type NoticeKind } from '@dangxiao/domain';
import { useEndpointPages, useFormat } from '@dangxiao/web-kit';
import { Alert, Tag, type TableColumnsType } from 'antd';
import { ChoiceFilter, DataTable, Empty, Page, SearchField, useFilters, When } from '../../app/ui/index.ts';
import { useScope } from '../../app/shell/scope.tsx';
import { useText } from '../../i18n/use-text.ts';
import css from './notices.module.css';

type Delivery = ResponseOf<typeof notices.listDeliveries>['items'][number];

const noFilters = { state: '', kind: '', q: '' };
const STATES = ['inbox', 'waiting', 'sending', 'sent', 'repeated', 'refused', 'given_up', 'dropped'] as const;
type State = (typeof STATES)[number];
const colours: Partial<Record<State, string>> = {
  sent: 'success',
  repeated: 'warning',
  refused: 'error',
  given_up: 'error',
  waiting: 'processing',
  sending: 'processing',
};

const unfolding = {
  rowExpandable: (row: Delivery) => row.email !== null,
  expandedRowRender: (row: Delivery) => <Attempts row={row} />,
};

/** Who was told what, when, by which channel, and what the mail server said. */
export function Component() {
  const text = useText();
  const { language, zone } = useFormat();
  const { organizationId } = useScope();
  const [filters, setFilters] = useFilters(noFilters);
  const pages = useEndpointPages(notices.listDeliveries, {
    query: {
      organizationId: organizationId ?? undefined,
      state: (filters.state as State) || undefined,
      kind: (filters.kind as NoticeKind) || undefined,
      q: filters.q || undefined,
      limit: 50,
    },
  });
  const columns: TableColumnsType<Delivery> = [
    { title: text('deliveries.at'), dataIndex: 'createdAt', width: 140, render: (at: string) => <When at={at} /> },
    { title: text('deliveries.to'), dataIndex: 'recipientName', width: 100 },
    { title: text('deliveries.organization'), dataIndex: 'organizationName', width: 170, ellipsis: true },
    {
      title: text('deliveries.what'),
      key: 'what',
      render: (_, row) =>
        renderNotice({ code: row.code, params: row.params } as unknown as NoticeContent, language, zone).title,
    },
    {
      title: text('deliveries.state'),
      key: 'state',
      width: 130,
      render: (_, { email }) => {
        const state: State = email?.state ?? 'inbox';
        return <Tag color={colours[state] ?? 'default'}>{text(`deliveries.states.${state}`)}</Tag>;
      },
    },
    {
      title: text('deliveries.read'),
      dataIndex: 'readAt',
      width: 110,
      render: (at: string | null) => (at ? <When at={at} /> : text('deliveries.notYet')),
    },
  ];
  return (
    <Page title={text('deliveries.title')} subtitle={text('deliveries.subtitle')}>
      {pages.first && !pages.first.mail && <Alert type="info" showIcon title={text('deliveries.noMail')} />}
      <DataTable
        label={text('deliveries.title')}
        columns={columns}
        pages={pages}
        minWidth={860}
        {...(pages.items.some(({ email }) => email !== null)
          ? { expandable: { ...unfolding, columnTitle: text('deliveries.attempts'), columnWidth: 72 } }
          : {})}
        filters={
          <>
            <SearchField label={text('deliveries.search')} value={filters.q} onChange={(q) => setFilters({ q })} />
            <ChoiceFilter
              label={text('deliveries.state')}
              value={filters.state}
              all={text('deliveries.anyState')}
              choices={STATES}
              nameOf={(state) => text(`deliveries.states.${state}`)}
              onChange={(state) => setFilters({ state })}
            />
            <ChoiceFilter
              label={text('deliveries.kind')}
              value={filters.kind}
              all={text('deliveries.anyKind')}
              choices={NOTICE_KINDS}
              nameOf={(kind) => noticeTexts[language].kinds[kind]}
              onChange={(kind) => setFilters({ kind })}
            />
          </>
        }
        empty={<Empty>{text('deliveries.none')}</Empty>}
      />
    </Page>
  );
}

/** Each try at handing the email over, with the server's words. */
function Attempts({ row: { email } }: { row: Delivery }) {
  const text = useText();
  if (!email) return null;
  if (email.attempts.length === 0) {
    return (
      <span className={css.hint}>
        {text('deliveries.from')} <When at={email.dueAt} />
      </span>
    );
  }
  return (
    <ol className={css.attempts}>
      {email.attempts.map((attempt) => (
        <li key={attempt.startedAt}>
          <When at={attempt.startedAt} /> · {email.maskedAddress} ·{' '}
          {text(`deliveries.outcomes.${attempt.outcome ?? 'open'}`)}
          {attempt.answer && `: ${attempt.answer}`}
        </li>
      ))}
    </ol>
  );
}
