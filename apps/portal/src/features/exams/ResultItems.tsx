import { Switch } from '@mantine/core';
import { useState } from 'react';
import { Section } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import { ResultItem } from './ResultItem.tsx';
import type { Result } from './types.ts';

/** What to review: the wrong ones first in mind, each with its explanation where the exam shows it. */
export function ResultItems({ result }: { result: Result }) {
  const text = useText();
  const anyWrong = result.items.some(({ right }) => !right);
  const anyRight = result.items.some(({ right }) => right);
  const [onlyWrong, setOnlyWrong] = useState(anyWrong && anyRight);
  const hidden = result.items.length > 0 && result.items.every(({ correct }) => correct === null);
  const shown = result.items.map((item, index) => ({ item, index })).filter(({ item }) => !onlyWrong || !item.right);
  if (result.items.length === 0) return null;
  return (
    <Section
      title={text(onlyWrong ? 'result.review' : 'result.items')}
      aside={
        anyWrong &&
        anyRight && (
          <Switch
            checked={onlyWrong}
            onChange={(event) => setOnlyWrong(event.currentTarget.checked)}
            label={text('result.onlyWrong')}
          />
        )
      }
    >
      {hidden && <p className={ui.hint}>{text(result.passed ? 'result.hidden' : 'result.hiddenUntilPass')}</p>}
      <ul className={ui.rows}>
        {shown.map(({ item, index }) => (
          <li key={item.slot}>
            <ResultItem item={item} number={index + 1} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
