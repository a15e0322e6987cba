import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { Link, useLocation } from 'react-router';
import { useText } from '../../i18n/use-text.ts';
import { paths } from '../paths.ts';
import { useMay } from '../use-may.ts';
import { Emblem } from './Emblem.tsx';
import { Favourites } from './Favourites.tsx';
import { groupIcons } from './group-icons.ts';
import type { GroupId } from './pages.ts';
import { PageLinks } from './PageLinks.tsx';
import { groupAt, shownGroups } from './places.ts';
import css from './navigation.module.css';

/**
 * The groups in a rail and, beside it, the pages of one of them: of the group that the present page belongs to, or of the group
 * whose button was pressed, until a page is chosen, Esc is pressed or the work goes on elsewhere.
 */
export function Navigation() {
  const text = useText();
  const may = useMay();
  const id = useId();
  const root = useRef<HTMLElement>(null);
  const { key, pathname } = useLocation();
  const [opened, setOpened] = useState<{ group: GroupId; at: string } | null>(null);
  const groups = shownGroups(may);
  const current = groupAt(pathname);
  const wanted = opened?.at === key ? opened.group : current;
  const shown = groups.find((group) => group.id === wanted) ?? groups[0];

  const peeking = opened !== null;
  useEffect(() => {
    if (!peeking) return;
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpened(null);
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
    };
  }, [peeking]);

  const buttonOf = (group: GroupId | undefined) =>
    root.current?.querySelector<HTMLElement>(`[data-group="${group ?? ''}"]`);
  const open = (group: GroupId, event: MouseEvent) => {
    setOpened({ group, at: key });
    // From the keyboard the way goes on in the list; a frame later the list is there.
    if (event.detail === 0)
      requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(`#${CSS.escape(id)} a`)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    buttonOf(shown?.id)?.focus();
    setOpened(null);
  };

  return (
    <nav ref={root} className={css.navigation} aria-label={text('app.nav.label')} onKeyDown={onKeyDown}>
      <div className={css.rail}>
        <Link to={paths.overview()} className={css.home} aria-label={text('app.nav.home')}>
          <Emblem />
        </Link>
        <ul>
          {groups.map((group) => {
            const Icon = groupIcons[group.id];
            return (
              <li key={group.id}>
                <button
                  type="button"
                  data-group={group.id}
                  className={css.group}
                  aria-current={group.id === current ? 'true' : undefined}
                  aria-expanded={group.id === shown?.id}
                  aria-controls={id}
                  onClick={(event) => open(group.id, event)}
                >
                  <Icon aria-hidden />
                  <span>{text(`app.nav.group.${group.id}`)}</span>
                </button>
              </li>
            );
          })}
        </ul>
      </div>
      {shown && (
        <div id={id} className={css.column}>
          <h2 id={`${id}-name`} className={css.columnName}>
            {text(`app.nav.group.${shown.id}`)}
          </h2>
          <PageLinks labelledBy={`${id}-name`} pages={shown.pages} />
          <Favourites />
        </div>
      )}
    </nav>
  );
}
