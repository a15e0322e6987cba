import css from './chart.module.css';

export interface Point {
  key: string;
  label: string;
  /** Null: nothing is known. */
  value: number | null;
  /** The value with its unit. */
  text: string;
}

const WIDTH = 720;
const HEIGHT = 132;
const EDGE = 18;

/** Values over time; every second one is written out, all of them in the label and in the table beside. */
export function LineChart({ label, points }: { label: string; points: Point[] }) {
  const top = Math.max(...points.map(({ value }) => value ?? 0)) * 1.05 || 1;
  const placed = points.map((point, at) => ({
    ...point,
    x: ((at + 0.5) / points.length) * WIDTH,
    y: HEIGHT - 6 - ((point.value ?? 0) / top) * (HEIGHT - EDGE - 6),
  }));
  const known = placed.filter(({ value }) => value !== null);
  const line = known.map(({ x, y }) => `${x},${y}`).join(' ');
  const last = points.length - 1;
  return (
    <figure
      className={css.line}
      role="img"
      aria-label={`${label}: ${points.map(({ label: name, text }) => `${name} ${text}`).join(', ')}`}
    >
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
        {[0, 0.5, 1].map((part) => (
          <line
            key={part}
            className={css.grid}
            x1={0}
            x2={WIDTH}
            y1={EDGE + (HEIGHT - EDGE - 6) * part}
            y2={EDGE + (HEIGHT - EDGE - 6) * part}
          />
        ))}
        <polyline className={css.path} points={line} />
        {known.map(({ key, x, y, label: name, text }, at) => (
          <g key={key}>
            <circle className={css.dot} cx={x} cy={y} r={3.5}>
              <title>{`${name} ${text}`}</title>
            </circle>
            {(known.length - 1 - at) % 2 === 0 && (
              <text className={css.value} x={x} y={y - 9}>
                {text}
              </text>
            )}
          </g>
        ))}
      </svg>
      <div className={css.axis} aria-hidden>
        {points.map(({ key, label: name }, at) => (
          <span key={key} className={at === last ? css.current : undefined}>
            {name}
          </span>
        ))}
      </div>
    </figure>
  );
}

/** The same without words, beside a figure. */
export function Spark({ values }: { values: (number | null)[] }) {
  const known = values.flatMap((value, at) => (value === null ? [] : [{ at, value }]));
  if (known.length < 2) return null;
  const [least, most] = [Math.min(...known.map(({ value }) => value)), Math.max(...known.map(({ value }) => value))];
  const points = known.map(
    ({ at, value }) => `${(at / (values.length - 1)) * 96 + 2},${28 - ((value - least) / (most - least || 1)) * 24}`,
  );
  return (
    <svg className={css.spark} viewBox="0 0 100 32" preserveAspectRatio="none" aria-hidden>
      <polyline className={css.path} points={points.join(' ')} />
    </svg>
  );
}
