import { useId } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useMay } from '../use-may.ts';
import { useKept } from './kept.ts';
import { shownGroups } from './places.ts';
import { PageLinks } from './PageLinks.tsx';
import css from './navigation.module.css';

/** The pages with a star, as far as the permissions still open them; nothing while there are none. */
export function Favourites({ onChosen }: { onChosen?: () => void }) {
  const text = useText();
  const may = useMay();
  const id = useId();
  const { favourites } = useKept();
  const pages = shownGroups(may)
    .flatMap((group) => group.pages)
    .filter(({ to }) => favourites.includes(to))
    .sort((a, b) => favourites.indexOf(a.to) - favourites.indexOf(b.to));
  if (pages.length === 0) return null;
  return (
    <section className={css.favourites}>
      <h2 id={id} className={css.heading}>
        {text('app.nav.favourites')}
      </h2>
      <PageLinks labelledBy={id} pages={pages} onChosen={onChosen} />
    </section>
  );
}
