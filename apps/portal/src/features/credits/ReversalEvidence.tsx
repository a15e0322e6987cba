import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import { Step } from './Step.tsx';
import type { EvidenceOf } from './types.ts';

export function ReversalEvidence({ evidence }: { evidence: EvidenceOf<'reversal'> }) {
  const text = useText();
  return (
    <Step title={text('entry.reversal')}>
      <p>{evidence.reason}</p>
      <p className={ui.hint}>{text('entry.recordedBy', { name: evidence.recordedBy })}</p>
      <Link to={paths.entry(evidence.reversesId)} className={ui.link}>
        {text('entry.reversedEntry')}
      </Link>
    </Step>
  );
}
