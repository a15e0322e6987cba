import { useEffect, type ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';
import css from './ui.module.css';

/** Names the browser's tab after the page. */
export function useTitle(title: string | undefined): void {
  const text = useText();
  useEffect(() => {
    document.title = title ? `${title} · ${text('app.name')}` : text('app.name');
  }, [title, text]);
}

interface Props {
  /** Title of the tab; the heading itself is part of the content. */
  title: string | undefined;
  narrow?: boolean;
  children: ReactNode;
}

export function Page({ title, narrow = false, children }: Props) {
  useTitle(title);
  return <div className={narrow ? `${css.page} ${css.narrow}` : css.page}>{children}</div>;
}

export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={css.section}>
      <div className={css.sectionHead}>
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
