import type { Interval } from '@dangxiao/domain';
import { stripParts, useFormat, type Refused } from '@dangxiao/web-kit';
import { useText } from '../../i18n/use-text.ts';
import css from './strip.module.css';

interface Props {
  durationMs: number;
  coverage: readonly Interval[];
  refused: readonly Refused[];
}

/** The lesson at one look: solid = counted, hatched = played but not counted, empty = not watched. */
export function CoverageStrip({ durationMs, coverage, refused }: Props) {
  const text = useText();
  const format = useFormat();
  const counted = coverage.reduce((sum, [from, to]) => sum + to - from, 0);
  const label = text('lesson.strip', { counted: format.clock(counted), whole: format.clock(durationMs) });
  return (
    <div className={css.strip} role="img" aria-label={label}>
      {stripParts(durationMs, coverage, refused).map((part) => (
        <span
          key={part.fromMs}
          className={part.kind === 'empty' ? css.part : `${css.part} ${css[part.kind]}`}
          style={{ flex: `${part.toMs - part.fromMs} 1 0` }}
        />
      ))}
    </div>
  );
}

/** What the three looks of the strip mean; hatched only where there is any. */
export function StripLegend({ withRefused }: { withRefused: boolean }) {
  const text = useText();
  return (
    <div className={css.legend}>
      <span className={css.key}>
        <span className={`${css.swatch} ${css.counted}`} />
        {text('lesson.legendCounted')}
      </span>
      {withRefused && (
        <span className={css.key}>
          <span className={`${css.swatch} ${css.refused}`} />
          {text('lesson.legendRefused')}
        </span>
      )}
      <span className={css.key}>
        <span className={css.swatch} />
        {text('lesson.legendEmpty')}
      </span>
    </div>
  );
}
