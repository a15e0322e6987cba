import { endpoints, type Endpoint } from '@dangxiao/contracts';
import { can } from '../../../apps/api/src/http/actor.ts';
import { boundEndpoints } from '../../../apps/api/src/http/handles.ts';
import type { Answer, Client } from '../../support/client.ts';
import type { SignedIn } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';
import { foreignRows, type ForeignRows } from './foreign-rows.ts';
import { asks, sample } from './sample.ts';

const closed = endpoints.filter((endpoint) => endpoint.access !== 'public');
const permissionOf = ({ access }: Endpoint) => (typeof access === 'object' ? access.permission : null);
const guarded = endpoints.filter((endpoint) => permissionOf(endpoint) !== null);
const names = (list: readonly Endpoint[]) => list.map((endpoint) => [endpoint.id, endpoint] as const);

/** The endpoint table, walked as everybody: who may not call it cannot, and whose rows they are not does not see them. */
describe('access', () => {
  let t: TestApp;
  let theirs: ForeignRows;
  let root: SignedIn;
  let stranger: SignedIn;
  let strangerLearner: SignedIn;
  let withoutPerson: SignedIn;
  let unconsenting: SignedIn;
  let auditor: SignedIn;

  const call = (client: Client, endpoint: Endpoint, query: Record<string, unknown> = {}): Promise<Answer> => {
    const { ids } = theirs;
    const input = { params: sample(endpoint.params, ids), query: { ...sample(endpoint.query, ids), ...query } };
    const body = endpoint.method === 'GET' ? {} : { body: sample(endpoint.body, ids) };
    return client.answer(endpoint, { ...input, ...body });
  };
  const outcome = async (client: Client, endpoint: Endpoint) => {
    const { status, body } = await call(client, endpoint);
    return { status, code: body.error?.code };
  };

  beforeAll(async () => {
    t = await testApp();
    const school = await t.make.school();
    root = school.administrator;
    const left = await t.make.organization(school.root);
    const right = await t.make.organization(school.root);
    theirs = await foreignRows(t, left);
    stranger = await t.make.administrator(right);
    strangerLearner = await t.make.person({ organization: right });
    withoutPerson = await t.make.administrator(right, 'auditor');
    unconsenting = await t.make.person({ organization: right, role: 'school_administrator', consented: false });
    auditor = await t.make.administrator(school.root, 'auditor');
  });
  afterAll(() => t.close());

  it('is decided for every operation, and every operation has a handler', () => {
    expect([...boundEndpoints()].sort()).toEqual(endpoints.map((endpoint) => endpoint.id).sort());
  });

  it.each(names(closed))('%s refuses nobody in particular', async (_id, endpoint) => {
    expect(await outcome(t.visitor(), endpoint)).toEqual({ status: 401, code: 'not_signed_in' });
  });

  it.each(names(closed.filter((endpoint) => !endpoint.beforeConsent)))(
    '%s waits for consent',
    async (_id, endpoint) => {
      expect(await outcome(unconsenting.client, endpoint)).toEqual({ status: 403, code: 'consent_required' });
    },
  );

  it.each(names(guarded))('%s refuses a learner', async (_id, endpoint) => {
    expect(await outcome(theirs.learner.client, endpoint)).toEqual({ status: 403, code: 'not_allowed' });
  });

  it.each(names(endpoints.filter((endpoint) => endpoint.access === 'learner')))(
    '%s refuses an account without a person',
    async (_id, endpoint) => {
      expect(await outcome(withoutPerson.client, endpoint)).toEqual({ status: 403, code: 'no_person' });
    },
  );

  it.each(names(guarded.filter((endpoint) => !permissionOf(endpoint)?.endsWith('.read'))))(
    '%s refuses an auditor',
    async (_id, endpoint) => {
      expect(await outcome(auditor.client, endpoint)).toEqual({ status: 403, code: 'not_allowed' });
    },
  );

  const named = (endpoint: Endpoint) =>
    endpoint.path.includes(':') || ['organizationId', 'parentId'].some((id) => asks(endpoint.body, id));

  it.each(names(guarded.filter(named)))("%s does not find another organization's rows", async (_id, endpoint) => {
    const { status, code } = await outcome(stranger.client, endpoint);
    const permission = permissionOf(endpoint);
    const held = permission !== null && can({ grants: [{ role: 'organization_administrator' }] } as never, permission);
    expect({ status, code }).toEqual({
      status: held ? 404 : 403,
      code: held ? expect.stringMatching(/not_found$/) : 'not_allowed',
    });
  });

  it.each(names(guarded.filter((endpoint) => endpoint.method === 'GET' && !named(endpoint))))(
    '%s lists nothing of another organization',
    async (_id, endpoint) => {
      const answer = await call(stranger.client, endpoint);
      expect(answer.status).toBe(200);
      const text = JSON.stringify(answer.body);
      const leaked = Object.entries(theirs.ids).filter(([, id]) => text.includes(id));
      expect(leaked).toEqual([]);
      if (!asks(endpoint.query, 'organizationId')) return;
      const asked = await call(stranger.client, endpoint, { organizationId: theirs.ids.organizationId });
      expect(asked.status).toBe(404);
    },
  );

  const own = closed.filter((endpoint) => permissionOf(endpoint) === null && endpoint.path.includes(':'));

  it.each(names(own))("%s does not find another person's rows", async (_id, endpoint) => {
    expect(await outcome(strangerLearner.client, endpoint)).toEqual({
      status: 404,
      code: expect.stringMatching(/not_found$/),
    });
  });

  it.each(names(guarded.filter((endpoint) => endpoint.method === 'GET' && endpoint.raw === undefined)))(
    '%s answers somebody who may',
    async (_id, endpoint) => {
      expect(await outcome(root.client, endpoint)).toMatchObject({ status: 200 });
    },
  );
});
