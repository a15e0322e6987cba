import { useFormat, useKitText } from '@dangxiao/web-kit';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { When } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './credits.module.css';
import type { Entry } from './use-hours-pages.ts';

const signed = (shown: string) => (shown.startsWith('-') ? `−${shown.slice(1)}` : `+${shown}`);

/** One entry of the ledger; it opens 'where did this come from'. */
export function EntryRow({ entry }: { entry: Entry }) {
  const text = useText();
  const kit = useKitText();
  const format = useFormat();
  return (
    <Link to={paths.entry(entry.id)} className={css.entry}>
      <span className={css.entryText}>
        <span>{entry.title}</span>
        <span className={ui.hint}>
          {text(`hours.source_${entry.sourceKind}`)}
          {entry.courseTitle && entry.courseTitle !== entry.title && ` · ${entry.courseTitle}`}
          {' · '}
          <When at={entry.effectiveAt} day={entry.sourceKind === 'recognition'} />
        </span>
      </span>
      <span className={css.entryFigures}>
        <span className={entry.reversed ? `${css.amount} ${css.struck}` : css.amount}>
          {signed(format.hours(entry.hours))}
        </span>
        <span className={ui.hint}>{entry.reversed ? text('hours.reversed') : kit(`counter.${entry.counter}`)}</span>
      </span>
    </Link>
  );
}
