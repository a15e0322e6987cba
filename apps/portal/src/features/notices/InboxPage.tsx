import { notices } from '@dangxiao/contracts';
import { useEndpoint, useEndpointPages, useMe, useMutationOf } from '@dangxiao/web-kit';
import { Button } from '@mantine/core';
import { Empty, FailedRead, Lines, Page, Section } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import { ChoiceBox } from './ChoiceBox.tsx';
import { EmailBox } from './EmailBox.tsx';
import { MessageRow } from './MessageRow.tsx';
import css from './notices.module.css';

/** Messages, latest first, and how the learner wants to be told. */
export function Component() {
  const text = useText();
  const pages = useEndpointPages(notices.listMine, { query: { limit: 20 } });
  const readAll = useMutationOf(notices.markAllRead, { refreshes: [notices.listMine, notices.countUnread] });
  const settings = useEndpoint(notices.mySettings, {});
  const { seeing } = useMe();
  const latest = pages.items[0];
  return (
    <Page title={text('inbox.title')}>
      <h1>{text('inbox.title')}</h1>
      <div className={css.columns}>
        <Section
          title={text('inbox.messages')}
          aside={
            latest && !seeing && (pages.first?.unread ?? 0) > 0 ? (
              <Button
                variant="subtle"
                loading={readAll.isPending}
                onClick={() => readAll.mutate({ body: { upTo: latest.id } })}
              >
                {text('inbox.readAll')}
              </Button>
            ) : undefined
          }
        >
          {pages.failure && !latest ? (
            <FailedRead failure={pages.failure} retry={pages.retry} />
          ) : pages.pending ? (
            <Lines count={4} height={88} />
          ) : !latest ? (
            <Empty>{text('inbox.nothing')}</Empty>
          ) : (
            <>
              <ul className={`${ui.rows} ${css.list}`}>
                {pages.items.map((item) => (
                  <MessageRow key={item.id} item={item} />
                ))}
              </ul>
              {pages.more && (
                <Button variant="default" loading={pages.loadingMore} onClick={pages.more}>
                  {text('inbox.more')}
                </Button>
              )}
            </>
          )}
        </Section>
        {!seeing && (
          <div className={ui.stack}>
            <Section title={text('inbox.email')}>
              <EmailBox />
            </Section>
            {settings.data?.mail && (
              <Section title={text('inbox.choices')}>
                <ChoiceBox />
              </Section>
            )}
          </div>
        )}
      </div>
    </Page>
  );
}
