import type { ReactNode } from 'react';
import css from './ui.module.css';

const clamp = (percent: number) => Math.min(100, Math.max(0, percent));

/** A thin bar; gold when complete. The label says what it measures. */
export function Bar({ percent, label }: { percent: number; label: string }) {
  const value = clamp(percent);
  return (
    <div
      className={css.bar}
      role="progressbar"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={value}
      aria-label={label}
    >
      <div className={value >= 100 ? `${css.barFill} ${css.barDone}` : css.barFill} style={{ width: `${value}%` }} />
    </div>
  );
}

/** A ring around its content; its meaning stands in words beside or inside it. */
export function Ring({ percent, size, children }: { percent: number; size: string; children?: ReactNode }) {
  const value = clamp(percent);
  const length = 2 * Math.PI * 44;
  return (
    <span className={css.ring} style={{ width: size, height: size }}>
      <svg viewBox="0 0 100 100" aria-hidden>
        <circle className={css.ringTrack} cx="50" cy="50" r="44" fill="none" strokeWidth="8" />
        {value > 0 && (
          <circle
            className={value >= 100 ? `${css.ringFill} ${css.ringDone}` : css.ringFill}
            cx="50"
            cy="50"
            r="44"
            fill="none"
            strokeWidth="8"
            strokeDasharray={`${(length * value) / 100} ${length}`}
          />
        )}
      </svg>
      {children !== undefined && <span className={css.ringLabel}>{children}</span>}
    </span>
  );
}
