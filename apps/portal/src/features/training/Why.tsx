import { IconChevronRight } from '@tabler/icons-react';
import { useTrainingLabels, type Training } from '../../app/use-training-labels.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './training.module.css';

export function Why({ reasons }: { reasons: Training['reasons'] }) {
  const text = useText();
  const { why } = useTrainingLabels();
  return (
    <details className={css.why}>
      <summary>
        <IconChevronRight size="1.1em" aria-hidden />
        {text('training.why')}
      </summary>
      <ul>
        {reasons.map((reason, index) => (
          <li key={index}>{why(reason)}</li>
        ))}
      </ul>
    </details>
  );
}
