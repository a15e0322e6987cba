import css from './chart.module.css';

export interface ShareBar {
  key: string;
  name: string;
  /** Parts of the whole that are drawn, darkest first; the rest stays empty. */
  parts: { share: number; tone: 'main' | 'light' | 'warn' }[];
  value: string;
  note: string;
}

/** Shares by organization, one bar a row; a row leads to its organization. */
export function ShareBars({
  rows,
  enter,
  onEnter,
}: {
  rows: ShareBar[];
  enter: (name: string) => string;
  onEnter: (key: string) => void;
}) {
  return (
    <ul className={css.bars}>
      {rows.map(({ key, name, parts, value, note }) => (
        <li key={key}>
          <button type="button" onClick={() => onEnter(key)} title={enter(name)}>
            <span className={css.barName}>{name}</span>
            <span className={css.track} aria-hidden>
              {parts.map(({ share, tone }, at) => (
                <span key={at} className={css[tone]} style={{ width: `${share * 100}%` }} />
              ))}
            </span>
            <span className={css.barValue}>{value}</span>
            <span className={css.barNote}>{note}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What the tones of bars mean. */
export function Legend({ entries }: { entries: { tone: 'main' | 'light' | 'warn'; name: string }[] }) {
  return (
    <div className={css.legend}>
      {entries.map(({ tone, name }) => (
        <span key={tone}>
          <i className={css[tone]} aria-hidden /> {name}
        </span>
      ))}
    </div>
  );
}
