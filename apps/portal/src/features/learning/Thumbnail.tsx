import css from './learning.module.css';
import type { Media } from './types.ts';

interface Props {
  thumbnails: NonNullable<Media['thumbnails']>;
  atMs: number;
  left: string;
  label: string;
}

/** One tile of the sprite. */
export function Thumbnail({ thumbnails, atMs, left, label }: Props) {
  const { url, columns, rows, tileWidth, tileHeight, intervalMs } = thumbnails;
  const index = Math.min(columns * rows - 1, Math.floor(atMs / intervalMs));
  const x = (index % columns) * tileWidth;
  const y = Math.floor(index / columns) * tileHeight;
  return (
    <span
      className={css.thumb}
      aria-hidden
      style={{
        left,
        width: tileWidth,
        height: tileHeight,
        backgroundImage: `url("${url}")`,
        backgroundPosition: `-${x}px -${y}px`,
      }}
    >
      <span className={css.thumbTime}>{label}</span>
    </span>
  );
}
