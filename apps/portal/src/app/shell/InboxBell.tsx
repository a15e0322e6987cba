import { notices } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { IconBell } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useText } from '../../i18n/use-text.ts';
import { paths } from '../paths.ts';
import css from './shell.module.css';

const ASK_EVERY_MS = 60_000;

/** The way to the inbox, with how much is unread there: in the top bar of a desktop, on the first page of a phone. */
export function InboxBell({ on }: { on: 'phone' | 'desktop' }) {
  const text = useText();
  const { data } = useEndpoint(notices.countUnread, {}, { refetchInterval: ASK_EVERY_MS });
  const count = data?.unread ?? 0;
  return (
    <Link
      to={paths.inbox()}
      className={`${css.mode} ${css.bell} ${on === 'phone' ? css.onPhone : css.onDesktop}`}
      aria-label={text(count > 0 ? 'inbox.bellUnread' : 'inbox.title', { count })}
    >
      <IconBell size="1.4em" stroke={1.6} aria-hidden />
      {count > 0 && (
        <span className={css.badge} aria-hidden>
          {count > 99 ? '99+' : count}
        </span>
      )}
    </Link>
  );
}
