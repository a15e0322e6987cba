import { Lines } from './ui/states.tsx';
import css from './ui/ui.module.css';

/** While the first page of a visit is loading. */
export function Booting() {
  return (
    <div className={css.page}>
      <Lines count={3} height={96} />
    </div>
  );
}
