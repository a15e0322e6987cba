import { accounts } from '@dangxiao/contracts';
import { UnitOfWork } from '../../../apps/api/src/database/unit-of-work.ts';
import { testApp } from '../../support/test-app.ts';

describe('overload', () => {
  it('is answered with 503 and when to come back, and passes', async () => {
    const t = await testApp({ environment: { DB_POOL: '2' } });
    try {
      const { root } = await t.make.school();
      const { client } = await t.make.person({ organization: root });
      const uow = t.get(UnitOfWork);
      let release = () => undefined as void;
      const held = new Promise<void>((resolve) => (release = resolve));
      const busy = [1, 2].map(() => uow.run(() => held));
      const answer = await client.answer(accounts.me);
      expect([answer.status, answer.body.error?.code, answer.headers['retry-after']]).toEqual([503, 'overloaded', '2']);
      expect((await t.visitor().send({ method: 'GET', url: '/api/health/ready' })).status).toBe(503);
      expect((await t.visitor().send({ method: 'GET', url: '/api/health/live' })).status).toBe(200);
      release();
      await Promise.all(busy);
      expect((await client.answer(accounts.me)).status).toBe(200);
      expect((await t.visitor().send({ method: 'GET', url: '/api/health/ready' })).status).toBe(200);
    } finally {
      await t.close();
    }
  });
});
