import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './credits.module.css';

export function YearSelect({ years, year }: { years: readonly number[]; year: number }) {
  const text = useText();
  const navigate = useNavigate();
  const shown = [...new Set([year, ...years])].sort((a, b) => b - a);
  if (shown.length < 2) return <span>{text('hours.year', { year })}</span>;
  return (
    <select
      className={css.years}
      aria-label={text('hours.yearLabel')}
      value={year}
      onChange={(event) => void navigate(paths.hours(Number(event.currentTarget.value)))}
    >
      {shown.map((each) => (
        <option key={each} value={each}>
          {text('hours.year', { year: each })}
        </option>
      ))}
    </select>
  );
}
