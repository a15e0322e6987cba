import { IconChevronRight, IconCircleCheckFilled } from '@tabler/icons-react';
import ui from '../../app/ui/ui.module.css';
import type { Training } from '../../app/use-training-labels.ts';
import { Items } from './Items.tsx';
import { Terms } from './Terms.tsx';
import css from './training.module.css';
import { Why } from './Why.tsx';

/** What is done takes a line each, and opens. */
export function FinishedTraining({ items }: { items: readonly Training[] }) {
  return (
    <ul className={ui.rows}>
      {items.map((item) => (
        <li key={item.assignmentId}>
          <details id={item.assignmentId} className={css.finished}>
            <summary>
              <IconCircleCheckFilled size="1.3em" aria-hidden className={css.done} />
              <span>{item.title}</span>
              <IconChevronRight size="1.1em" stroke={1.6} aria-hidden className={css.turns} />
            </summary>
            <div className={css.opened}>
              <Terms item={item} />
              <Items item={item} />
              <Why reasons={item.reasons} />
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}
