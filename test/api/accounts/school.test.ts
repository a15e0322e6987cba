import { accounts } from '@dangxiao/contracts';
import { testApp, type TestApp } from '../../support/test-app.ts';

describe('what the sign-in page shows of the school', () => {
  const shown = async (environment: Record<string, string>, demo: boolean) => {
    const t: TestApp = await testApp({ environment });
    try {
      const before = await t.visitor().call(accounts.school);
      await t.make.school('城关党校');
      await t.pg.execute('update school set demo = $1', [demo]);
      return { before, after: await t.visitor().call(accounts.school) };
    } finally {
      await t.close();
    }
  };

  it('is the name and zone, also before there is a school', async () => {
    const { before, after } = await shown({}, true);
    expect(before).toEqual({ name: '', zone: 'Asia/Shanghai', demoAccounts: [] });
    expect(after).toEqual({ name: '城关党校', zone: 'Asia/Shanghai', demoAccounts: [] });
  });

  it('includes the demo accounts only for a demo school in demo mode', async () => {
    expect((await shown({ DEMO: '1' }, false)).after.demoAccounts).toEqual([]);
    const { demoAccounts } = (await shown({ DEMO: '1' }, true)).after;
    expect(demoAccounts.map(({ role }) => role)).toContain('school_administrator');
  });
});
