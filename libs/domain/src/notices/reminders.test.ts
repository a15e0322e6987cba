import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_SETTINGS, type ReminderSettings } from '../people/organization-settings.ts';
import { afterQuiet, daysFrom, dueSteps, instantOf, planReminders, supervisionAt } from './reminders.ts';

const shanghai = 'Asia/Shanghai';
const settings: ReminderSettings = DEFAULT_SETTINGS.reminders;
const dueAt = new Date('2026-11-22T10:00:00Z');
const graceUntil = new Date('2026-11-25T10:00:00Z');
const keys = (now: string, deadline = { dueAt, graceUntil: null as Date | null }, required = true) =>
  dueSteps(planReminders(deadline, settings, required, shanghai), deadline, new Date(now)).map(({ key }) => key);

describe('reminders', () => {
  it.each([
    ['2026-11-15T09:59:59Z', []],
    ['2026-11-15T10:00:00Z', ['before-7']],
    ['2026-11-21T10:00:00Z', ['before-1']],
    ['2026-11-22T10:00:00Z', ['at']],
    ['2026-11-23T10:00:00Z', ['after-1']],
    ['2026-11-25T10:00:00Z', ['after-1']],
    ['2026-11-26T00:59:59Z', ['after-1']],
    ['2026-11-26T01:00:00Z', ['after-1', 'secretary-3']],
    ['2026-12-02T10:00:00Z', ['after-7', 'secretary-3']],
    ['2026-12-03T01:00:00Z', ['after-7', 'secretary-3', 'superior-10']],
  ])('at %s: %j', (now, expected) => {
    expect(keys(now)).toEqual(expected);
  });

  it('count lateness from the end of the grace', () => {
    expect(keys('2026-11-25T10:00:00Z', { dueAt, graceUntil })).toEqual(['at']);
    expect(keys('2026-11-29T01:00:00Z', { dueAt, graceUntil })).toEqual(['after-1', 'secretary-3']);
  });

  it('tell those who answer for others in the morning that follows, by the clock of the school', () => {
    const told = (at: string, zone = shanghai) => supervisionAt(zone, new Date(at)).toISOString();
    expect(told('2026-11-25T10:00:00Z')).toBe('2026-11-26T01:00:00.000Z');
    expect(told('2026-11-26T00:00:00Z')).toBe('2026-11-26T01:00:00.000Z');
    expect(told('2026-11-26T01:00:00Z')).toBe('2026-11-26T01:00:00.000Z');
    expect(told('2026-03-28T12:00:00Z', 'Europe/Berlin')).toBe('2026-03-29T07:00:00.000Z');
  });

  it('leave secretary and superior alone over elective training', () => {
    expect(keys('2026-12-02T10:00:00Z', { dueAt, graceUntil: null }, false)).toEqual(['after-7']);
  });

  it('let go what is older than a month, and "before" once the deadline has passed', () => {
    expect(keys('2027-02-01T00:00:00Z')).toEqual([]);
    const before = { ...settings, atDeadline: false, afterDays: [] };
    const plan = planReminders({ dueAt, graceUntil: null }, before, false, shanghai);
    expect(dueSteps(plan, { dueAt, graceUntil: null }, dueAt)).toEqual([]);
  });

  it('keep the time of day over a change of the clock', () => {
    const berlin = 'Europe/Berlin';
    expect(daysFrom(berlin, new Date('2026-03-30T16:00:00Z'), -7).toISOString()).toBe('2026-03-23T17:00:00.000Z');
    expect(instantOf(berlin, '2026-03-29', 150).toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  const zones = fc.constantFrom(shanghai, 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu');
  const instants = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });

  it('property: one step of the learner at a time, never of the future, in every zone', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 365 }), { maxLength: 5 });
    fc.assert(
      fc.property(instants, instants, zones, days, days, (due, now, zone, beforeDays, afterDays) => {
        const deadline = { dueAt: due, graceUntil: null };
        const plan = planReminders(deadline, { ...settings, beforeDays, afterDays }, true, zone);
        expect(new Set(plan.map(({ key }) => key)).size).toBe(plan.length);
        const steps = dueSteps(plan, deadline, now);
        const own = steps.filter(({ step }) => !['secretary', 'superior'].includes(step.kind));
        expect(own.length).toBeLessThanOrEqual(1);
        for (const { at, step } of steps) {
          expect(at.getTime()).toBeLessThanOrEqual(now.getTime());
          if (step.kind === 'before') expect(now.getTime()).toBeLessThan(due.getTime());
        }
      }),
    );
  });
});

describe('quiet hours', () => {
  const night = { from: '21:30', to: '07:30' };

  it.each([
    ['2026-11-22T13:29:59Z', '2026-11-22T13:29:59.000Z'],
    ['2026-11-22T13:30:00Z', '2026-11-22T23:30:00.000Z'],
    ['2026-11-22T17:00:00Z', '2026-11-22T23:30:00.000Z'],
    ['2026-11-22T23:30:00Z', '2026-11-22T23:30:00.000Z'],
  ])('an email that could go at %s goes at %s', (at, expected) => {
    expect(afterQuiet(new Date(at), night, shanghai).toISOString()).toBe(expected);
  });

  it('property: never earlier, at most a day later, and outside the quiet hours when the clock does not change', () => {
    const time = fc.integer({ min: 0, max: 1439 });
    const text = (m: number) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
    const instants = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    const zones = fc.constantFrom(shanghai, 'Europe/Berlin', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(instants, time, time, zones, (at, from, to, zone) => {
        const quiet = { from: text(from), to: text(to) };
        const then = afterQuiet(at, quiet, zone);
        expect(then.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(then.getTime() - at.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
        if (zone === shanghai) expect(afterQuiet(then, quiet, zone)).toEqual(then);
      }),
    );
  });
});
