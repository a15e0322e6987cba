import { StarFilled, StarOutlined } from '@ant-design/icons';
import { useMe } from '@dangxiao/web-kit';
import { Link, useLocation } from 'react-router';
import { useText } from '../../i18n/use-text.ts';
import { toggleStar, useKept } from './kept.ts';
import type { ConsolePage } from './pages.ts';
import { pageAt } from './places.ts';
import css from './navigation.module.css';

interface Props {
  /** The id of the heading. */
  labelledBy: string;
  pages: readonly ConsolePage[];
  onChosen?: (() => void) | undefined;
}

/** Pages as links, each with its star. */
export function PageLinks({ labelledBy, pages, onChosen }: Props) {
  const text = useText();
  const { accountId } = useMe();
  const { favourites } = useKept();
  const { pathname } = useLocation();
  const here = pageAt(pathname);
  return (
    <ul aria-labelledby={labelledBy}>
      {pages.map((page) => {
        const { to } = page;
        const name = text(page.label);
        const starred = favourites.includes(to);
        const current = to === here?.to ? (to === pathname ? 'page' : 'true') : undefined;
        return (
          <li key={to} className={css.entry}>
            <Link to={to} className={css.page} aria-current={current} onClick={onChosen}>
              {name}
            </Link>
            <button
              type="button"
              className={css.star}
              aria-pressed={starred}
              aria-label={text('app.nav.star', { name })}
              title={text(starred ? 'app.nav.unstar' : 'app.nav.star', { name })}
              onClick={() => toggleStar(accountId, to)}
            >
              {starred ? <StarFilled aria-hidden /> : <StarOutlined aria-hidden />}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
