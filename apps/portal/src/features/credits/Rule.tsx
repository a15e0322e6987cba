import { useFormat } from '@dangxiao/web-kit';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import { Step } from './Step.tsx';
import type { EntryDetail } from './types.ts';

export function Rule({ entry }: { entry: EntryDetail }) {
  const text = useText();
  const format = useFormat();
  const { evidence } = entry;
  return (
    <Step title={text('entry.rule')}>
      <p>
        {text(`entry.rule_${entry.rule.code}`, {
          title: entry.title,
          hours: format.hours(entry.hours.replace(/^-/, '')),
          length: evidence.kind === 'lesson' ? format.length(evidence.durationMs) : '',
        })}
      </p>
      <p className={ui.hint}>{text('entry.policy', { version: entry.policyVersion })}</p>
    </Step>
  );
}
