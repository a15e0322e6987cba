import { accounts, audit } from '@dangxiao/contracts';
import { testApp, type TestApp } from '../../support/test-app.ts';

describe('the audit log of an organization', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  it('has what happened in its subtree, and nothing of its sibling', async () => {
    const { root, administrator } = await t.make.school();
    const [left, right] = [await t.make.organization(root), await t.make.organization(root)];
    const below = await t.make.organization(left, { kind: 'party_group' });
    for (const organization of [root, left, right, below]) {
      const { personId } = await t.make.person({ organization });
      await administrator.client.call(accounts.issueActivationCode, { params: { personId } });
    }
    const count = async (organizationId?: string) =>
      (await administrator.client.call(audit.listEvents, { query: { organizationId, limit: 100 } })).items.length;
    expect([await count(), await count(root.id), await count(left.id), await count(below.id)]).toEqual([4, 4, 2, 1]);
    const stranger = await t.make.administrator(right, 'auditor');
    const asked = await stranger.client.answer(audit.listEvents, { query: { organizationId: left.id } });
    expect(asked.body.error?.code).toBe('organization_not_found');
  });
});
