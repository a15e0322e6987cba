import type { ReactNode } from 'react';
import css from './credits.module.css';

/** One link of the chain from rule to ledger number. */
export function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.step}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
