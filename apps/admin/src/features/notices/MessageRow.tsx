import { notices, type ResponseOf } from '@dangxiao/contracts';
import { noticeTarget, renderNotice, type NoticeContent } from '@dangxiao/domain';
import { useFormat, useMutationOf } from '@dangxiao/web-kit';
import { Link } from 'react-router';
import { When } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './notices.module.css';

type Item = ResponseOf<typeof notices.listMine>['items'][number];

/** One message; opening it marks it as read and leads to what it is about. */
export function MessageRow({ item }: { item: Item }) {
  const text = useText();
  const { language, zone } = useFormat();
  const read = useMutationOf(notices.markRead, { refreshes: [notices.listMine, notices.countUnread] });
  const content = { code: item.code, params: item.params } as unknown as NoticeContent;
  const { title, body } = renderNotice(content, language, zone);
  const target = noticeTarget(content, 'admin');
  const unread = item.readAt === null;
  const open = () => unread && read.mutate({ params: { noticeId: item.id } });
  const words = (
    <>
      <span className={css.head}>
        {unread && <span className={css.dot} role="img" aria-label={text('inbox.unread')} />}
        <span className={unread ? css.fresh : css.seen}>{title}</span>
        <span className={css.when}>
          <When at={item.createdAt} />
        </span>
      </span>
      <span className={css.body}>{body}</span>
    </>
  );
  return (
    <li>
      {target.app === 'admin' ? (
        <Link to={target.path} className={css.row} onClick={open}>
          {words}
        </Link>
      ) : (
        <a href={target.path} className={css.row} onClick={open}>
          {words}
        </a>
      )}
    </li>
  );
}
