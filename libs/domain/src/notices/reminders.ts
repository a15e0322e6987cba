import { dayIn } from '../shared/calendar.ts';
import type { ReminderSettings } from '../people/organization-settings.ts';

/** A moment of the reminders of an assignment: to whom, and how many days from the deadline. */
export type ReminderStep =
  { kind: 'before' | 'after' | 'secretary' | 'superior'; days: number } | { kind: 'at'; days: 0 };

export interface PlannedStep {
  /** Unique among the steps of a deadline, e.g. "before-7". */
  key: string;
  step: ReminderStep;
  at: Date;
}

export interface Deadline {
  dueAt: Date;
  /** Nobody is late before the end of the grace. */
  graceUntil: Date | null;
}

const offsets = new Map<string, Intl.DateTimeFormat>();

/** How far the zone's clock is ahead of UTC at an instant, in ms. */
function offsetAt(zone: string, at: Date): number {
  let format = offsets.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    offsets.set(zone, format);
  }
  const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return shown - Math.floor(at.getTime() / 1000) * 1000;
}

/** The instant at which the zone's clock shows a day and a time; where it skips that time, the first one after the gap. */
export function instantOf(zone: string, day: string, minutes: number): Date {
  const shown = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  const early = new Date(shown - offsetAt(zone, new Date(shown - 86_400_000)));
  const late = new Date(shown - offsetAt(zone, new Date(shown + 86_400_000)));
  const fits = [early, late].find((at) => at.getTime() + offsetAt(zone, at) === shown);
  return fits ?? (early > late ? early : late);
}

/** The calendar day so many days later (or earlier). */
const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const minutesOf = (zone: string, at: Date) => Math.floor(((at.getTime() + offsetAt(zone, at)) % 86_400_000) / 60_000);

/** The same time of day, days away by the zone's calendar: a week over a change of the clock is not 168 hours. */
export function daysFrom(zone: string, at: Date, days: number): Date {
  return days === 0 ? at : instantOf(zone, dayAfter(dayIn(zone, at), days), minutesOf(zone, at));
}

/** When those who answer for others are told, by the zone's clock: once a day, so that everything of the day is in one message. */
const SUPERVISION_MINUTES = 9 * 60;

/** The next time of the day at which those who answer for others are told. */
export function supervisionAt(zone: string, at: Date): Date {
  const today = dayIn(zone, at);
  const morning = instantOf(zone, today, SUPERVISION_MINUTES);
  return morning >= at ? morning : instantOf(zone, dayAfter(today, 1), SUPERVISION_MINUTES);
}

/**
 * Every step of a deadline, in the order of time. Before it: counted from the deadline. Afterwards, and to secretary and superior: from when
 * people are late, which is the end of the grace where there is one. Those who answer for others are told of required training only, and in
 * the morning that follows.
 */
export function planReminders(
  { dueAt, graceUntil }: Deadline,
  settings: ReminderSettings,
  required: boolean,
  zone: string,
): PlannedStep[] {
  const late = graceUntil ?? dueAt;
  const plan: PlannedStep[] = [];
  const add = (step: ReminderStep, at: Date) =>
    plan.push({ key: step.kind === 'at' ? 'at' : `${step.kind}-${step.days}`, step, at });
  for (const days of settings.beforeDays) add({ kind: 'before', days }, daysFrom(zone, dueAt, -days));
  if (settings.atDeadline) add({ kind: 'at', days: 0 }, dueAt);
  for (const days of settings.afterDays) add({ kind: 'after', days }, daysFrom(zone, late, days));
  if (required && settings.secretaryAfterDays !== null) {
    const days = settings.secretaryAfterDays;
    add({ kind: 'secretary', days }, supervisionAt(zone, daysFrom(zone, late, days)));
  }
  if (required && settings.superiorAfterDays !== null) {
    const days = settings.superiorAfterDays;
    add({ kind: 'superior', days }, supervisionAt(zone, daysFrom(zone, late, days)));
  }
  return plan.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Older than this, a step that was missed (the server stood still) is let go. */
const FORGET_MS = 30 * 86_400_000;

/**
 * What is due now of a plan: of the learner's steps only the latest that has come (who was away over three of them gets one), of those to
 * secretary and superior each that has come. "Before" is over with the deadline.
 */
export function dueSteps(plan: readonly PlannedStep[], { dueAt }: Deadline, now: Date): PlannedStep[] {
  const come = plan.filter(({ at }) => at <= now && now.getTime() - at.getTime() < FORGET_MS);
  const own = come.filter(({ step }) => step.kind !== 'secretary' && step.kind !== 'superior');
  const last = own.filter(({ step }) => step.kind !== 'before' || now < dueAt).at(-1);
  return [...(last ? [last] : []), ...come.filter(({ step }) => step.kind === 'secretary' || step.kind === 'superior')];
}

/** A span of the day in which no e-mail is sent; over midnight where `from` is the later one. */
export interface QuietHours {
  from: string;
  to: string;
}

const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/** When an email may go that could go `at`: then, or at the end of the quiet hours that it falls into. */
export function afterQuiet(at: Date, quiet: QuietHours | null, zone: string): Date {
  if (!quiet || quiet.from === quiet.to) return at;
  const [from, to, time] = [minutes(quiet.from), minutes(quiet.to), minutesOf(zone, at)];
  const inside = from < to ? time >= from && time < to : time >= from || time < to;
  if (!inside) return at;
  const today = dayIn(zone, at);
  const end = instantOf(zone, from > to && time >= from ? dayAfter(today, 1) : today, to);
  // Where the clock goes back inside the quiet hours, their end comes twice: the second one counts.
  return end > at ? end : at;
}
