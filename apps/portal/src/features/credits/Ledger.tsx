import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './credits.module.css';
import { Step } from './Step.tsx';
import type { EntryDetail } from './types.ts';

export function Ledger({ entry }: { entry: EntryDetail }) {
  const text = useText();
  return (
    <Step title={text('entry.ledger')}>
      <p>{text('entry.number', { seq: entry.seq })}</p>
      <p className={ui.hint}>
        {text('entry.organization')}: {entry.organizationName}
      </p>
      <p className={ui.hint}>{text('entry.hashHint')}</p>
      <p className={ui.hint}>
        {text('entry.hash')}: <span className={css.hash}>{entry.hash}</span>
      </p>
    </Step>
  );
}
