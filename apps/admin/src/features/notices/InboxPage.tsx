import { notices } from '@dangxiao/contracts';
import { useEndpointPages, useMutationOf } from '@dangxiao/web-kit';
import { Button } from 'antd';
import { Empty, Failed, Page, Section, Waiting } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { MessageRow } from './MessageRow.tsx';
import css from './notices.module.css';
import { Telling } from './Telling.tsx';

/** Messages, latest first, and how the administrator wants to be told. */
export function Component() {
  const text = useText();
  const pages = useEndpointPages(notices.listMine, { query: { limit: 20 } });
  const readAll = useMutationOf(notices.markAllRead, { refreshes: [notices.listMine, notices.countUnread] });
  const latest = pages.items[0];
  return (
    <Page
      title={text('inbox.title')}
      subtitle={text('inbox.subtitle')}
      actions={
        latest &&
        (pages.first?.unread ?? 0) > 0 && (
          <Button loading={readAll.isPending} onClick={() => readAll.mutate({ body: { upTo: latest.id } })}>
            {text('inbox.readAll')}
          </Button>
        )
      }
    >
      <div className={css.columns}>
        <Section>
          {pages.failure && !latest ? (
            <Failed failure={pages.failure} retry={pages.retry} />
          ) : pages.pending ? (
            <Waiting rows={8} />
          ) : !latest ? (
            <Empty>{text('inbox.nothing')}</Empty>
          ) : (
            <>
              <ul className={css.list}>
                {pages.items.map((item) => (
                  <MessageRow key={item.id} item={item} />
                ))}
              </ul>
              {pages.more && (
                <Button block loading={pages.loadingMore} onClick={pages.more}>
                  {text('app.more')}
                </Button>
              )}
            </>
          )}
        </Section>
        <Telling />
      </div>
    </Page>
  );
}
