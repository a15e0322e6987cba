import { BellOutlined } from '@ant-design/icons';
import { notices } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { Badge } from 'antd';
import { Link } from 'react-router';
import { useText } from '../../i18n/use-text.ts';
import { paths } from '../paths.ts';
import css from './shell.module.css';

const ASK_EVERY_MS = 60_000;

/** The way to the inbox, with how much is unread there. */
export function InboxBell() {
  const text = useText();
  const { data } = useEndpoint(notices.countUnread, {}, { refetchInterval: ASK_EVERY_MS });
  const count = data?.unread ?? 0;
  return (
    <Link
      to={paths.inbox()}
      className={css.bell}
      aria-label={text(count > 0 ? 'inbox.bellUnread' : 'inbox.title', { count })}
    >
      <Badge count={count} overflowCount={99} size="small">
        <BellOutlined aria-hidden />
      </Badge>
    </Link>
  );
}
