import { jest } from '@jest/globals';
import { Tx, UnitOfWork } from '../../../apps/api/src/database/unit-of-work.ts';
import { SignInThrottle } from '../../../apps/api/src/modules/accounts/entities/sign-in-throttle.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

describe('the unit of work', () => {
  let t: TestApp;
  let uow: UnitOfWork;
  const failures = async () =>
    (await t.pg.one<{ failures: number }>(`select failures from sign_in_throttle where key = 'k'`))?.failures;
  beforeAll(async () => {
    t = await testApp();
    uow = t.get(UnitOfWork);
  });
  beforeEach(async () => {
    await t.pg.execute('delete from sign_in_throttle');
    await t.pg.execute(`insert into sign_in_throttle values ('k', 0, $1), ('l', 0, $1)`, [t.clock.now()]);
  });
  afterAll(() => t.close());

  it('commits, and runs its hooks after that', async () => {
    let seen: number | undefined;
    await uow.run(async (tx) => {
      await tx.execute(`update sign_in_throttle set failures = 7 where key = 'k'`);
      tx.afterCommit(async () => {
        seen = await failures();
      });
    });
    expect(seen).toBe(7);
  });

  it('rolls back when the work throws, and runs no hook', async () => {
    const hook = jest.fn<() => void>();
    const run = uow.run(async (tx) => {
      tx.afterCommit(hook);
      await tx.execute(`update sign_in_throttle set failures = 7`);
      throw new Error('no');
    });
    await expect(run).rejects.toThrow('no');
    expect([await failures(), hook.mock.calls.length]).toEqual([0, 0]);
  });

  it('refuses to be used after its end', async () => {
    const leaked = await uow.run(async (tx): Promise<Tx> => tx);
    await expect(leaked.query('select 1')).rejects.toThrow('after its end');
    expect(() => leaked.afterCommit(() => undefined)).toThrow('after its end');
    await expect(leaked.delete(SignInThrottle, { key: 'k' })).rejects.toThrow('after its end');
  });

  it('does the work again after a deadlock, so that both take effect', async () => {
    const both = { resolve: () => undefined as void, count: 0 };
    const met = new Promise<void>((resolve) => (both.resolve = resolve));
    let tries = 0;
    const lockInOrder = (keys: [string, string]) =>
      uow.run(async (tx) => {
        tries += 1;
        await tx.execute('update sign_in_throttle set failures = failures + 1 where key = $1', [keys[0]]);
        if (++both.count === 2) both.resolve();
        await met;
        await tx.execute('update sign_in_throttle set failures = failures + 1 where key = $1', [keys[1]]);
      });
    await Promise.all([lockInOrder(['k', 'l']), lockInOrder(['l', 'k'])]);
    expect([await failures(), tries]).toEqual([2, 3]);
  });
});
