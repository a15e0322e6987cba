import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import { Step } from './Step.tsx';
import type { EvidenceOf } from './types.ts';

export function RecognitionEvidence({ evidence }: { evidence: EvidenceOf<'recognition'> }) {
  const text = useText();
  return (
    <Step title={text('entry.recognition')}>
      <p>{evidence.title}</p>
      <p>{evidence.reason}</p>
      {evidence.files.length > 0 && (
        <ul aria-label={text('entry.files')}>
          {evidence.files.map((file) => (
            <li key={file.id}>
              <a href={file.url} className={ui.link} target="_blank" rel="noreferrer">
                {file.name}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className={ui.hint}>{text('entry.recordedBy', { name: evidence.recordedBy })}</p>
    </Step>
  );
}
