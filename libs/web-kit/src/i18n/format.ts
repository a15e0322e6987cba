import type { i18n } from 'i18next';
import type { Language } from './texts.ts';

/** A text of the kit by its path, e.g. `time.today`. */
export type KitText = (key: string, params?: Record<string, unknown>) => string;

export function kitText(instance: i18n): KitText {
  const translate = instance.getFixedT(null, 'kit');
  return (key, params) => String(translate(key as never, (params ?? {}) as never));
}

/** Times, lengths and hours in words, in one language and the school's zone. */
export interface Format {
  language: Language;
  zone: string;
  /** '中国标准时间'. */
  zoneName: string;
  /** '今天 18:00'; farther days with their date, other years with the year. */
  when: (instant: string) => string;
  /** '今天 18:00 截止'. */
  due: (instant: string) => string;
  /** The whole date, for a title: '2026年11月22日星期日 18:00'. */
  full: (instant: string) => string;
  /** '10月10日 18:19 – 18:21': both ends of one day, else each in full. */
  span: (from: string, to: string) => string;
  /** '11月22日', with the year where it is another one. */
  day: (instant: string) => string;
  /** '12:34' or '1:02:03'. */
  clock: (ms: number) => string;
  /** '25 分钟', '1 小时 5 分钟'; below a minute '32 秒'. */
  length: (ms: number) => string;
  /** '0.5 学时' of exact hours such as "0.50". */
  hours: (hours: string) => string;
  /** '0.5' of "0.50". */
  number: (decimal: string) => string;
}

const trim = (decimal: string) => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);
const pad = (value: number) => String(value).padStart(2, '0');

/** Days between two calendar days of the zone, positive when `then` is later. */
function daysBetween(now: Date, then: Date, zone: string): number {
  const dayOf = (date: Date) =>
    Date.parse(
      new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
        date,
      ),
    );
  return Math.round((dayOf(then) - dayOf(now)) / 86_400_000);
}

/** ms as a player shows them: '12:34', '1:02:03'. */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${pad(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(seconds % 60)}`;
}

/**
 * @param now the present, ms since 1970; read at each use, so that a page left open over midnight stays right.
 */
export function createFormat(text: KitText, language: Language, zone: string, now: () => number = Date.now): Format {
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: zone, ...options });
  const time = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const year = dates({ year: 'numeric' });
  const monthDay = dates({ month: 'short', day: 'numeric' });
  const yearMonthDay = dates({ year: 'numeric', month: 'short', day: 'numeric' });
  const weekday = dates({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });

  const day = (instant: string) => {
    const then = new Date(instant);
    return (year.format(then) === year.format(now()) ? monthDay : yearMonthDay).format(then);
  };
  const when = (instant: string) => {
    const then = new Date(instant);
    const near = { '0': 'today', '1': 'tomorrow', '-1': 'yesterday' }[String(daysBetween(new Date(now()), then, zone))];
    return near ? text(`time.${near}`, { time: time.format(then) }) : `${day(instant)} ${time.format(then)}`;
  };
  const length = (ms: number) => {
    const minutes = Math.round(ms / 60_000);
    if (ms > 0 && ms < 60_000) return text('time.seconds', { count: Math.max(1, Math.round(ms / 1000)) });
    if (minutes < 60) return text('time.minutes', { count: minutes });
    if (minutes % 60 === 0) return text('time.wholeHours', { count: minutes / 60 });
    return text('time.hoursMinutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  };
  return {
    language,
    zone,
    get zoneName() {
      const parts = dates({ timeZoneName: 'long' }).formatToParts();
      return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
    },
    when,
    due: (instant) => text('time.due', { when: when(instant) }),
    span: (from, to) =>
      yearMonthDay.format(new Date(from)) === yearMonthDay.format(new Date(to))
        ? `${yearMonthDay.format(new Date(from))} ${time.format(new Date(from))} – ${time.format(new Date(to))}`
        : `${yearMonthDay.format(new Date(from))} ${time.format(new Date(from))} – ${yearMonthDay.format(new Date(to))} ${time.format(new Date(to))}`,
    full: (instant) => `${weekday.format(new Date(instant))} ${time.format(new Date(instant))}`,
    day,
    clock: clockOf,
    length,
    hours: (hours) => text('time.creditHours', { shown: trim(hours), count: Math.abs(Number(hours)) === 1 ? 1 : 2 }),
    number: trim,
  };
}
