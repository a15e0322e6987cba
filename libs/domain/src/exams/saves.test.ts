import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deadlineOf, decideSave, isNewer, attemptState } from './saves.ts';
import type { SaveOrder } from './saves.ts';

const START = new Date('2026-03-01T00:00:00Z');
const at = (minutes: number): Date => new Date(START.getTime() + minutes * 60_000);
const OPEN = { deadline: at(30), handedInAt: null };

describe('deadline and state of an attempt', () => {
  it('is the full time, cut by the closing of the exam', () => {
    expect(deadlineOf(START, 30, null)).toEqual(at(30));
    expect(deadlineOf(START, 30, at(60))).toEqual(at(30));
    expect(deadlineOf(START, 30, at(10))).toEqual(at(10));
  });

  it.each([
    ['before the deadline', OPEN, at(29), 'open'],
    ['at the deadline', OPEN, at(30), 'timed_out'],
    ['long after it, with no job having run', OPEN, at(3000), 'timed_out'],
    ['handed in', { ...OPEN, handedInAt: at(5) }, at(6), 'handed_in'],
    ['handed in, looked at later', { ...OPEN, handedInAt: at(5) }, at(300), 'handed_in'],
  ])('%s', (_, attempt, now, state) => expect(attemptState(attempt, now)).toBe(state));
});

describe('deciding about a save', () => {
  const save = (epoch: number, seq: number): SaveOrder => ({ epoch, seq });

  it.each([
    ['the first', null, save(1, 1), 'store'],
    ["the writer's next", save(1, 1), save(1, 2), 'store'],
    ['the same again', save(1, 2), save(1, 2), 'duplicate'],
    ["the writer's older", save(1, 2), save(1, 1), 'stale'],
    ['a taken-over writer with a high sequence', save(2, 1), save(1, 99), 'stale'],
    ['a new writer with a low sequence', save(1, 99), save(2, 1), 'store'],
  ])('%s', (_, stored, incoming, decision) => expect(decideSave(stored, incoming, OPEN, at(1))).toBe(decision));

  it('after the deadline it is late, after the hand-in closed; what was acknowledged is acknowledged again', () => {
    expect(decideSave(save(1, 1), save(1, 2), OPEN, at(30))).toBe('late');
    expect(decideSave(save(1, 1), save(1, 1), OPEN, at(31))).toBe('duplicate');
    expect(decideSave(save(1, 1), save(1, 2), { ...OPEN, handedInAt: at(3) }, at(4))).toBe('closed');
    expect(decideSave(save(1, 1), save(1, 1), { ...OPEN, handedInAt: at(3) }, at(4))).toBe('duplicate');
  });
});

describe('P2 an older save never replaces a newer one', () => {
  const order = fc.record({ epoch: fc.integer({ min: 1, max: 4 }), seq: fc.integer({ min: 1, max: 6 }) });

  it('P2 the order is total: of two different saves exactly one is newer, and newer carries over', () => {
    fc.assert(
      fc.property(order, order, order, (a, b, c) => {
        const same = a.epoch === b.epoch && a.seq === b.seq;
        expect(Number(isNewer(a, b)) + Number(isNewer(b, a))).toBe(same ? 0 : 1);
        if (isNewer(a, b) && isNewer(b, c)) expect(isNewer(a, c)).toBe(true);
      }),
    );
  });

  it('P2 whatever arrives twice or out of order, the newest save stands in every slot', () => {
    type Save = SaveOrder & { slot: number };
    const saves = fc
      .uniqueArray(order, { selector: ({ epoch, seq }) => `${epoch}.${seq}`, minLength: 1 })
      .chain((list) =>
        fc.tuple(
          ...list.map(({ epoch, seq }) =>
            fc.record({ epoch: fc.constant(epoch), seq: fc.constant(seq), slot: fc.nat(2) }),
          ),
        ),
      );
    const delivery = saves.chain((sent) =>
      fc.record({
        sent: fc.constant(sent as Save[]),
        repeats: fc.array(fc.constantFrom(...(sent as Save[])), { maxLength: 20 }),
        keys: fc.array(fc.nat(), { minLength: sent.length + 20, maxLength: sent.length + 20 }),
      }),
    );
    fc.assert(
      fc.property(delivery, ({ sent, repeats, keys }) => {
        const arriving = [...sent, ...repeats]
          .map((each, index) => ({ each, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        const stored = new Map<number, SaveOrder>();
        for (const { slot, epoch, seq } of arriving) {
          const before = stored.get(slot) ?? null;
          if (decideSave(before, { epoch, seq }, OPEN, at(1)) === 'store') stored.set(slot, { epoch, seq });
        }
        for (const slot of new Set(sent.map((each) => each.slot))) {
          const newest = sent
            .filter((each) => each.slot === slot)
            .sort((a, b) => a.epoch - b.epoch || a.seq - b.seq)
            .at(-1);
          expect(stored.get(slot)).toEqual({ epoch: newest?.epoch, seq: newest?.seq });
        }
      }),
    );
  });
});
