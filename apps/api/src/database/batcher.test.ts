import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Batcher } from './batcher.ts';

type Item = { key: string; n: number };

/** Work that takes a while and notes the batches it was given. */
function recorded(ms = 5) {
  const batches: Item[][] = [];
  const work = async (items: readonly Item[]) => {
    batches.push([...items]);
    await sleep(ms);
    return items.map(({ n }) => n);
  };
  return { batches, work };
}
const add = (batcher: Batcher<Item, number>, key: string, n: number) => batcher.add(key, { key, n });

describe('Batcher', () => {
  it('sends together what arrives in one turn, sorted by key, and answers each', async () => {
    const { batches, work } = recorded();
    const batcher = new Batcher(work);
    expect(await Promise.all(['c', 'a', 'b'].map((key, n) => add(batcher, key, n)))).toEqual([0, 1, 2]);
    expect(batches.map((batch) => batch.map(({ key }) => key))).toEqual([['a', 'b', 'c']]);
  });

  it('gathers while a batch is in flight', async () => {
    const { batches, work } = recorded(30);
    const batcher = new Batcher(work);
    const first = add(batcher, 'a', 1);
    await sleep(5);
    const rest = ['b', 'c'].map((key) => add(batcher, key, 2));
    await sleep(5);
    rest.push(add(batcher, 'd', 3));
    await Promise.all([first, ...rest]);
    expect(batches.map((batch) => batch.length)).toEqual([1, 3]);
  });

  it('keeps the order of a key, one item of it in flight at a time', async () => {
    const { batches, work } = recorded(20);
    const batcher = new Batcher(work, { patienceMs: 1 });
    await Promise.all([1, 2, 3].map((n) => add(batcher, 'a', n)));
    expect(batches).toEqual([1, 2, 3].map((n) => [{ key: 'a', n }]));
  });

  it('does not wait for a slow batch longer than its patience', async () => {
    const { batches, work } = recorded(300);
    const batcher = new Batcher(work, { patienceMs: 20 });
    const slow = add(batcher, 'a', 1);
    await sleep(5);
    const second = add(batcher, 'b', 2);
    await sleep(100);
    expect(batches).toHaveLength(2);
    await Promise.all([slow, second]);
  });

  it('refuses what would wait beyond its bound', async () => {
    const { work } = recorded();
    const batcher = new Batcher(work, { waiting: 2 });
    const waiting = [add(batcher, 'a', 1), add(batcher, 'b', 2)];
    await expect(add(batcher, 'c', 3)).rejects.toMatchObject({ code: 'overloaded' });
    await Promise.all(waiting);
  });

  it('fails only the item that cannot be done', async () => {
    const batcher = new Batcher<Item, number>(async (items) => {
      if (items.some(({ n }) => n < 0)) throw new Error('bad');
      return items.map(({ n }) => n);
    });
    const results = await Promise.allSettled([add(batcher, 'a', 1), add(batcher, 'b', -1), add(batcher, 'c', 3)]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it.each([{ code: 'NOT_REPLICATED' }, { code: 'ECONNRESET' }, { message: 'Connection terminated unexpectedly' }])(
    'fails all of a batch at once when its commit is uncertain: %j',
    async (uncertain) => {
      let asked = 0;
      const batcher = new Batcher<Item, number>(async () => {
        asked += 1;
        throw Object.assign(new Error(), uncertain);
      });
      const results = await Promise.allSettled(['a', 'b', 'c'].map((key) => add(batcher, key, 1)));
      expect([results.every(({ status }) => status === 'rejected'), asked]).toEqual([true, 1]);
    },
  );

  it('asks once for all of a batch while the database is away', async () => {
    let asked = 0;
    const batcher = new Batcher<Item, number>(async () => {
      asked += 1;
      throw Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });
    });
    const results = await Promise.allSettled(['a', 'b', 'c', 'd'].map((key) => add(batcher, key, 1)));
    expect(results.every(({ status }) => status === 'rejected')).toBe(true);
    expect(asked).toBe(2);
  });
});
