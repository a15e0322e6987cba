import { clockOf, useFormat } from '@dangxiao/web-kit';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import css from './learning.module.css';
import { Thumbnail } from './Thumbnail.tsx';
import type { Media } from './types.ts';

interface Props {
  positionMs: number;
  durationMs: number;
  frontierMs: number;
  thumbnails: Media['thumbnails'];
  onSeek: (ms: number) => void;
}

const percent = (part: number, whole: number) => `${whole > 0 ? Math.min(100, (part / whole) * 100) : 0}%`;

/** The position, how far one may go, and a small picture of the place under the pointer. */
export function SeekBar({ positionMs, durationMs, frontierMs, thumbnails, onSeek }: Props) {
  const text = useText();
  const format = useFormat();
  const [hoverMs, setHoverMs] = useState<number | null>(null);
  return (
    <div
      className={css.seek}
      onPointerMove={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        setHoverMs(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * durationMs);
      }}
      onPointerLeave={() => setHoverMs(null)}
    >
      <span className={css.rail}>
        <span className={css.railSeen} style={{ width: percent(frontierMs, durationMs) }} />
        <span className={css.railPlayed} style={{ width: percent(positionMs, durationMs) }} />
      </span>
      <input
        type="range"
        className={css.seekInput}
        min={0}
        max={durationMs}
        step={1000}
        value={positionMs}
        aria-label={text('lesson.seek')}
        aria-valuetext={text('lesson.position', {
          position: format.clock(positionMs),
          whole: format.clock(durationMs),
        })}
        onChange={(event) => onSeek(Number(event.currentTarget.value))}
      />
      {hoverMs !== null && thumbnails && hoverMs <= frontierMs && (
        <Thumbnail
          thumbnails={thumbnails}
          atMs={hoverMs}
          left={percent(hoverMs, durationMs)}
          label={clockOf(hoverMs)}
        />
      )}
    </div>
  );
}
