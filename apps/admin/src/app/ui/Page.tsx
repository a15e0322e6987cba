import { ArrowLeftOutlined } from '@ant-design/icons';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '../../i18n/use-text.ts';
import { useObjectVisit } from '../shell/use-visits.ts';
import css from './ui.module.css';

interface PageHeaderProps {
  title: string;
  subtitle?: ReactNode;
  /** States beside the title. */
  tags?: ReactNode;
  back?: { to: string; label: string };
  /** Buttons; one of them primary at most. */
  actions?: ReactNode;
}

/** Names the page, here and in the browser's tab. */
function PageHeader({ title, subtitle, tags, back, actions }: PageHeaderProps) {
  const text = useText();
  const product = text('app.name');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  useObjectVisit(title);
  return (
    <header className={css.header}>
      <div className={css.titles}>
        {back && (
          <Link to={back.to} className={css.back}>
            <ArrowLeftOutlined aria-hidden /> {back.label}
          </Link>
        )}
        <h1 className={css.title}>
          {title} {tags}
        </h1>
        {subtitle && <p className={css.subtitle}>{subtitle}</p>}
      </div>
      {actions && <div className={css.actions}>{actions}</div>}
    </header>
  );
}

/** A page of the console: header and content below each other. */
export function Page({ children, ...header }: PageHeaderProps & { children: ReactNode }) {
  return (
    <div className={css.page}>
      <PageHeader {...header} />
      {children}
    </div>
  );
}

/** A card with a heading. */
export function Section({ title, extra, children }: { title?: string; extra?: ReactNode; children: ReactNode }) {
  return (
    <section className={css.section} aria-label={title}>
      {(title || extra) && (
        <div className={css.sectionHead}>
          {title && <h2 className={css.sectionTitle}>{title}</h2>}
          {extra}
        </div>
      )}
      {children}
    </section>
  );
}
