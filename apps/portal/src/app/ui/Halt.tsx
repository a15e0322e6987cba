import type { ComponentType, ReactNode } from 'react';
import css from './ui.module.css';

interface Props {
  Icon: ComponentType<{ size: number; stroke: number; 'aria-hidden': true }>;
  title: string;
  children: ReactNode;
  actions: ReactNode;
}

/** A page that goes no further: what happened, what to do, the ways on. */
export function Halt({ Icon, title, children, actions }: Props) {
  return (
    <section className={css.halt} role="alert">
      <span className={css.haltIcon}>
        <Icon size={34} stroke={1.5} aria-hidden />
      </span>
      <h1>{title}</h1>
      <div className={css.haltText}>{children}</div>
      <div className={css.haltActions}>{actions}</div>
    </section>
  );
}
