import { endpoints, type Endpoint } from '@dangxiao/contracts';
import { ROLE_NAMES, ROLES, type RoleName } from '@dangxiao/domain';
import type { Answer, Client } from '../../support/client.ts';
import type { Node } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';
import { foreignRows, type ForeignRows } from './foreign-rows.ts';
import { asks, sample } from './sample.ts';

const permissionOf = ({ access }: Endpoint) => (typeof access === 'object' ? access.permission : null);
const holds = (role: RoleName, endpoint: Endpoint) => ROLES[role].some((held) => held === permissionOf(endpoint));
const guarded = endpoints.filter((endpoint) => permissionOf(endpoint) !== null);
const reads = (endpoint: Endpoint) => endpoint.method === 'GET';
/** Asks for a row by an id of the path, or for an organization in its body. */
const named = (endpoint: Endpoint) =>
  endpoint.path.includes(':') || ['organizationId', 'parentId'].some((id) => asks(endpoint.body, id));
/** Afterwards the session changes nothing any more, so it comes last. */
const seeing = 'accounts.startSeeAs';
const inOrder = [...guarded].sort((a, b) => Number(a.id === seeing) - Number(b.id === seeing));

/** Every role × every operation on two sibling organizations: what the table of permissions allows, and nothing else. */
describe('every role', () => {
  let t: TestApp;
  let left: Node;
  let right: Node;
  let theirs: ForeignRows;

  const call = (client: Client, endpoint: Endpoint, query: Record<string, unknown> = {}): Promise<Answer> => {
    const { ids } = theirs;
    const input = { params: sample(endpoint.params, ids), query: { ...sample(endpoint.query, ids), ...query } };
    return client.answer(endpoint, reads(endpoint) ? input : { ...input, body: sample(endpoint.body, ids) });
  };
  const secrets = () => [...Object.values(theirs.ids), '别家', 'BIEJIA'];
  const leaksOf = ({ body }: Answer) => {
    const text = JSON.stringify(body);
    return secrets().filter((secret) => text.includes(secret));
  };

  beforeAll(async () => {
    t = await testApp();
    const { root } = await t.make.school();
    left = await t.make.organization(root, { name: '别家支部', code: 'BIEJIA' });
    right = await t.make.organization(root);
    theirs = await foreignRows(t, left);
  });
  afterAll(() => t.close());

  it.each(ROLE_NAMES)(
    '%s of the sibling finds none of their rows, and is refused what it does not hold',
    async (role) => {
      const { client } = await t.make.person({ organization: right, role });
      const wrong: unknown[] = [];
      for (const endpoint of inOrder) {
        const answer = await call(client, endpoint);
        const code = answer.body.error?.code;
        const held = holds(role, endpoint);
        const right =
          held && named(endpoint)
            ? answer.status === 404 && /not_found$/.test(code ?? '')
            : held
              ? code !== 'not_allowed' && answer.status < 500
              : answer.status === 403 && code === 'not_allowed';
        if (!right) wrong.push([endpoint.id, answer.status, code]);
      }
      expect(wrong).toEqual([]);
    },
  );

  it.each(ROLE_NAMES)('%s of the sibling is told no id, name or code of theirs by any list', async (role) => {
    const { client } = await t.make.person({ organization: right, role });
    const wrong: unknown[] = [];
    const lists = endpoints.filter((endpoint) => reads(endpoint) && !endpoint.path.includes(':'));
    for (const endpoint of lists.filter((one) => permissionOf(one) === null || holds(role, one))) {
      const answer = await call(client, endpoint);
      const leaks = leaksOf(answer);
      if (answer.status !== 200 || leaks.length > 0) wrong.push([endpoint.id, answer.status, leaks]);
      if (!asks(endpoint.query, 'organizationId')) continue;
      const asked = await call(client, endpoint, { organizationId: left.id });
      if (asked.status !== 404 || leaksOf(asked).length > 0) wrong.push([endpoint.id, 'organizationId', asked.status]);
    }
    expect(wrong).toEqual([]);
  });

  it.each(ROLE_NAMES)('%s of the organization itself reads what it holds', async (role) => {
    const { client } = await t.make.person({ organization: left, role });
    const wrong: unknown[] = [];
    for (const endpoint of guarded.filter((one) => reads(one) && one.raw === undefined)) {
      const { status, body } = await call(client, endpoint);
      const code = body.error?.code;
      const fine = holds(role, endpoint) ? status === 200 : status === 403 && code === 'not_allowed';
      if (!fine) wrong.push([endpoint.id, status, code]);
    }
    expect(wrong).toEqual([]);
  });

  it.each(ROLE_NAMES)(
    '%s of the organization itself gets to every write that it holds, and to no other',
    async (role) => {
      const { client } = await t.make.person({ organization: left, role });
      const wrong: unknown[] = [];
      for (const endpoint of guarded.filter((one) => !reads(one))) {
        // Access is decided before the body is read: one that no schema takes shows it, and changes nothing.
        const params = sample(endpoint.params, theirs.ids);
        const { status, body } = await client.answer(endpoint, { params, body: { nonsense: true } });
        const wanted = holds(role, endpoint) ? [422, 'validation_failed'] : [403, 'not_allowed'];
        const seen = [status, body.error?.code];
        if (String(seen) !== String(wanted)) wrong.push([endpoint.id, ...seen]);
      }
      expect(wrong).toEqual([]);
    },
  );
});
