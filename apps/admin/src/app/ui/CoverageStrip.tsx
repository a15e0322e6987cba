import type { Interval } from '@dangxiao/domain';
import { stripParts, useFormat } from '@dangxiao/web-kit';
import { useText } from '../../i18n/use-text.ts';
import css from './ui.module.css';

/** A lesson at one look: solid is counted, empty is not watched. */
export function CoverageStrip({ durationMs, coverage }: { durationMs: number; coverage: readonly Interval[] }) {
  const text = useText();
  const format = useFormat();
  const counted = coverage.reduce((sum, [from, to]) => sum + to - from, 0);
  return (
    <div
      className={css.strip}
      role="img"
      aria-label={text('app.strip', { counted: format.clock(counted), whole: format.clock(durationMs) })}
    >
      {stripParts(durationMs, coverage, []).map((part) => (
        <span
          key={part.fromMs}
          className={part.kind === 'counted' ? css.stripCounted : undefined}
          style={{ flex: `${part.toMs - part.fromMs} 1 0` }}
        />
      ))}
    </div>
  );
}
