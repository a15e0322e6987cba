import { notices, type ResponseOf } from '@dangxiao/contracts';
import { NOTICE_KINDS, noticeTexts, renderNotice, type NoticeContent, type NoticeKind } from '@dangxiao/domain';
import { useEndpointPages, useFormat } from '@dangxiao/web-kit';
import { Alert, Tag } from 'antd';
import { ChoiceFilter, ListPage, useList, type ListColumn } from '../../app/list/index.ts';
import { When } from '../../app/ui/index.ts';
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
  const list = useList(noFilters);
  const filters = list.values;
  const pages = useEndpointPages(notices.listDeliveries, {
    query: {
      organizationId: organizationId ?? undefined,
      state: (filters.state as State) || undefined,
      kind: (filters.kind as NoticeKind) || undefined,
      q: filters.q || undefined,
      limit: 50,
    },
  });
  const columns: ListColumn<Delivery>[] = [
    { key: 'createdAt', title: text('deliveries.at'), width: 140, show: ({ createdAt }) => <When at={createdAt} /> },
    { key: 'recipientName', title: text('deliveries.to'), width: 100 },
    { key: 'organizationName', title: text('deliveries.organization'), width: 170, ellipsis: true },
    {
      key: 'what',
      role: 'name',
      title: text('deliveries.what'),
      width: 240,
      show: (row) =>
        renderNotice({ code: row.code, params: row.params } as unknown as NoticeContent, language, zone).title,
    },
    {
      key: 'state',
      title: text('deliveries.state'),
      width: 130,
      show: ({ email }) => {
        const state: State = email?.state ?? 'inbox';
        return <Tag color={colours[state] ?? 'default'}>{text(`deliveries.states.${state}`)}</Tag>;
      },
    },
    {
      key: 'readAt',
      title: text('deliveries.read'),
      width: 110,
      show: ({ readAt }) => (readAt ? <When at={readAt} /> : text('deliveries.notYet')),
    },
  ];
  return (
    <ListPage<Delivery>
      name="deliveries"
      title={text('deliveries.title')}
      subtitle={text('deliveries.subtitle')}
      above={pages.first && !pages.first.mail && <Alert type="info" showIcon title={text('deliveries.noMail')} />}
      columns={columns}
      pages={pages}
      {...(pages.items.some(({ email }) => email !== null)
        ? { expandable: { ...unfolding, columnTitle: text('deliveries.attempts'), columnWidth: 72 } }
        : {})}
      list={list}
      search={list.search(text('deliveries.search'))}
      filters={
        <>
          <ChoiceFilter
            list={list}
            name="state"
            label={text('deliveries.state')}
            all={text('deliveries.anyState')}
            choices={STATES}
            nameOf={(state) => text(`deliveries.states.${state}`)}
          />
          <ChoiceFilter
            list={list}
            name="kind"
            label={text('deliveries.kind')}
            all={text('deliveries.anyKind')}
            choices={NOTICE_KINDS}
            nameOf={(kind) => noticeTexts[language].kinds[kind]}
          />
        </>
      }
      empty={text('deliveries.none')}
    />
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
