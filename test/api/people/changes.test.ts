import { people } from '@dangxiao/contracts';
import { Random } from '../../../tools/demo/random.ts';
import type { Node, School, SignedIn } from '../../support/factories.ts';
import { CallError } from '../../support/client.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const DAY = 86_400_000;

describe('organizations and people that change', () => {
  let t: TestApp;
  let school: School;
  let admin: SignedIn['client'];
  beforeAll(async () => {
    t = await testApp();
    school = await t.make.school();
    admin = school.administrator.client;
  });
  afterAll(() => t.close());

  const another = async (ms: number) => {
    t.clock.advance(ms);
    admin = await t.make.signIn(school.administrator.accountId);
  };
  const node = (organizationId: string, query = {}) =>
    admin.call(people.getOrganization, { params: { organizationId }, query });
  const person = (personId: string) => admin.call(people.getPerson, { params: { personId } });
  const add = async (organization: { id: string }, name: string, more = {}) =>
    (
      await admin.call(people.createPerson, {
        body: { organizationId: organization.id, name, kind: 'full_member', ...more },
      })
    ).id;
  const members = async (organizationId: string, query = {}) =>
    (await admin.call(people.listPeople, { query: { organizationId, limit: 100, ...query } })).items;
  const codeOf = (answer: { body: { error?: { code: string } } }) => answer.body.error?.code;
  const write = async (endpoint: 'move' | 'merge' | 'close', organizationId: string, more: object) => {
    const { revision } = await node(organizationId);
    const params = { organizationId };
    const body = { revision, ...more } as never;
    if (endpoint === 'move') return admin.call(people.moveOrganization, { params, body });
    if (endpoint === 'merge') return admin.call(people.mergeOrganization, { params, body });
    return admin.call(people.closeOrganization, { params, body });
  };

  it('move with a preview that names who loses and who gains, and never below themselves', async () => {
    const left = await t.make.organization(school.root, { name: '左党委', kind: 'committee' });
    const right = await t.make.organization(school.root, { name: '右党委', kind: 'committee' });
    const branch = await t.make.organization(left, { name: '要移的支部' });
    const group = await t.make.organization(branch, { kind: 'party_group' });
    await add(branch, '甲');
    await add(group, '乙');
    const leftAdmin = await t.make.administrator(left);
    const rightAdmin = await t.make.administrator(right);
    const params = { organizationId: branch.id };
    const preview = await admin.call(people.previewOrganizationMove, { params, query: { parentId: right.id } });
    expect(preview).toEqual({
      organizations: 2,
      people: 2,
      problem: null,
      lose: [{ name: leftAdmin.login, organizationName: '左党委' }],
      gain: [{ name: rightAdmin.login, organizationName: '右党委' }],
    });
    const below = await admin.call(people.previewOrganizationMove, { params, query: { parentId: group.id } });
    expect(below.problem).toBe('organization_move_refused');
    const stale = await admin.answer(people.moveOrganization, { params, body: { parentId: right.id, revision: 9 } });
    expect(stale.body.error).toMatchObject({ code: 'stale_revision', params: { current: { name: '要移的支部' } } });
    await write('move', branch.id, { parentId: right.id });
    expect((await node(group.id)).ancestors.map(({ name }) => name).slice(1)).toEqual(['右党委', '要移的支部']);
    expect((await leftAdmin.client.answer(people.getOrganization, { params })).status).toBe(404);
    expect((await rightAdmin.client.answer(people.getOrganization, { params })).status).toBe(200);
    expect((await node(right.id)).subtreeMemberCount).toBe(2);
    const beyond = await rightAdmin.client.answer(people.moveOrganization, {
      params,
      body: { parentId: left.id, revision: 2 },
    });
    expect(codeOf(beyond)).toBe('organization_not_found');
  });

  it('never form a cycle: of two moves into each other one wins', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = (await Promise.all(
        [0, 1].map(() => t.make.organization(school.root, { kind: 'committee' })),
      )) as [Node, Node];
      const move = (from: Node, to: Node) =>
        admin.answer(people.moveOrganization, {
          params: { organizationId: from.id },
          body: { parentId: to.id, revision: 1 },
        });
      const answers = await Promise.all([move(one, two), move(two, one)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
      const broken = await t.pg.query(
        `select c.id from organization c join organization p on p.id = c.parent_id
         where c.path <> p.path || replace(c.id::text, '-', '')::ltree`,
      );
      expect(broken).toEqual([]);
    }
  });

  it('are split, merged and closed, and keep their past', async () => {
    const old = await t.make.organization(school.root, { name: '大支部' });
    const [a, b] = [await add(old, '赵甲'), await add(old, '钱乙')];
    await another(DAY);
    const { id } = await admin.call(people.splitOrganization, {
      params: { organizationId: old.id },
      body: { name: '新支部', code: 'SPLIT-1', personIds: [b], revision: (await node(old.id)).revision },
    });
    expect((await members(id)).map((row) => row.id)).toEqual([b]);
    const { revision } = await node(old.id);
    const refused = await admin.answer(people.closeOrganization, {
      params: { organizationId: old.id },
      body: { revision },
    });
    expect(codeOf(refused)).toBe('organization_not_empty');
    await another(DAY);
    expect(await write('merge', old.id, { intoId: id })).toEqual({ organizations: 0, people: 1 });
    expect(await node(old.id)).toMatchObject({ closedOn: '2026-03-04', memberCount: 0 });
    expect((await members(id)).map((row) => row.id).sort()).toEqual([a, b].sort());
    expect((await members(old.id, { asOf: '2026-03-03' })).map((row) => row.id)).toEqual([a]);
    expect((await members(old.id, { asOf: '2026-03-02' })).map((row) => row.id).sort()).toEqual([a, b].sort());
    const history = await admin.call(people.getOrganizationHistory, { params: { organizationId: id } });
    expect(history.relations.map(({ kind, name }) => [kind, name])).toEqual([
      ['absorbed', '大支部'],
      ['split_from', '大支部'],
    ]);
    const join = await admin.answer(people.createPerson, {
      body: { organizationId: old.id, name: '迟到', kind: 'full_member' },
    });
    expect(codeOf(join)).toBe('organization_closed');
    const find = async (closed: 'true' | 'false') =>
      (await admin.call(people.searchOrganizations, { query: { q: '大支部', closed } })).items.length;
    expect([await find('false'), await find('true')]).toEqual([0, 1]);
  });

  it('transfer people when the receiving side accepts, not before', async () => {
    const from = await t.make.organization(school.root, { name: '转出支部' });
    const to = await t.make.organization(school.root, { name: '转入支部' });
    const [giver, taker] = [await t.make.administrator(from), await t.make.administrator(to)];
    const id = await add(from, '流转');
    const [target] = (await giver.client.call(people.findTransferTarget, { query: { q: '转入支部' } })).items;
    expect((await giver.client.call(people.findTransferTarget, { query: { q: '转入' } })).items).toEqual([]);
    const ask = () =>
      giver.client.answer(people.requestTransfer, {
        params: { personId: id },
        body: { toOrganizationId: target?.id ?? '', reason: '工作调动' },
      });
    const transferId = String((await ask()).body.id);
    expect(codeOf(await ask())).toBe('transfer_open');
    expect((await person(id)).organizationId).toBe(from.id);
    const decide = (client: SignedIn['client'], decision: 'accepted' | 'refused') =>
      client.answer(people.decideTransfer, { params: { transferId }, body: { decision } });
    expect(codeOf(await decide(giver.client, 'accepted'))).toBe('transfer_not_found');
    expect(codeOf(await decide(taker.client, 'refused'))).toBe('validation_failed');
    const incoming = await taker.client.call(people.listTransfers);
    expect(incoming.items).toMatchObject([
      { id: transferId, decidable: true, withdrawable: false, toName: '转入支部' },
    ]);
    expect((await giver.client.call(people.listTransfers, { query: { direction: 'outgoing' } })).items).toMatchObject([
      { decidable: false, withdrawable: true },
    ]);
    await another(DAY);
    const later = await t.make.signIn(taker.accountId);
    const both = await Promise.all([decide(later, 'accepted'), decide(later, 'accepted')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await person(id)).toMatchObject({
      organizationId: to.id,
      memberships: [{ validTo: null }, { organizationId: from.id }],
    });
    expect((await node(from.id)).memberCount).toBe(0);
    const yesterday = new Date(t.clock.now().getTime() - DAY).toISOString().slice(0, 10);
    expect((await members(from.id, { asOf: yesterday })).map((row) => row.id)).toEqual([id]);
    expect(await members(from.id)).toEqual([]);
  });

  it('exempt with a reason and dates, host floating members, correct history by superseding', async () => {
    const home = await t.make.organization(school.root, { name: '本支部' });
    const host = await t.make.organization(school.root, { name: '流入支部' });
    const id = await add(home, '孙流动', { since: '2025-01-01' });
    const params = { personId: id };
    const today = t.clock.now().toISOString().slice(0, 10);
    await admin.call(people.setExemption, { params, body: { kind: 'ill', reason: '住院', validFrom: today } });
    const ill = await person(id);
    expect(ill).toMatchObject({ exempt: true, exemptReason: '住院', exemptions: [{ kind: 'ill', validTo: null }] });
    await admin.call(people.endExemption, { params: { exemptionId: ill.exemptions[0]?.id ?? '' } });
    expect(await person(id)).toMatchObject({ exempt: false, exemptReason: null, exemptions: [] });
    await admin.call(people.startFloating, { params, body: { hostOrganizationId: host.id, reason: '外出务工' } });
    const hostAdmin = await t.make.administrator(host);
    const guests = await hostAdmin.client.call(people.listPeople, { query: { state: 'floating' } });
    expect(guests.items).toMatchObject([{ id, organizationName: '本支部', host: { name: '流入支部' } }]);
    expect((await hostAdmin.client.answer(people.updatePerson, { params, body: { revision: 1 } })).status).toBe(404);
    await admin.call(people.endFloating, { params });
    expect((await person(id)).host).toBeNull();
    const { memberships, revision } = await person(id);
    const correct = (validFrom: string) =>
      admin.answer(people.correctMembership, {
        params: { personId: id, membershipId: memberships[0]?.id ?? '' },
        body: { kind: 'probationary_member', position: 'none', validFrom, reason: '登记有误', revision },
      });
    expect(codeOf(await correct('2999-01-01'))).toBe('validation_failed');
    expect((await correct('2024-06-01')).status).toBe(200);
    expect(await person(id)).toMatchObject({ kind: 'probationary_member', memberships: [{ validFrom: '2024-06-01' }] });
    const rows = await t.pg.query('select from membership where person_id = $1', [id]);
    expect(rows).toHaveLength(2);
  });

  it('leave, come back, and are merged as duplicates with an undo', async () => {
    const home = await t.make.organization(school.root, { name: '重名支部' });
    const one = await add(home, '李重名', { phone: '13811110001' });
    const two = await add(home, '李重名', { phone: '13922220001' });
    const found = await admin.call(people.listDuplicates, { query: { organizationId: home.id } });
    expect(found.items).toMatchObject([{ name: '李重名', by: 'phone', people: [{ id: one }, { id: two }] }]);
    const { id: mergeId } = await admin.call(people.mergePerson, {
      params: { personId: one },
      body: { duplicateId: two },
    });
    expect(await person(two)).toMatchObject({ deactivated: true, mergedInto: { id: one } });
    expect((await person(one)).aliases).toMatchObject([{ id: two, mergeId }]);
    expect((await node(home.id)).memberCount).toBe(1);
    const back = await admin.answer(people.reactivatePerson, { params: { personId: two }, body: { revision: 2 } });
    expect(codeOf(back)).toBe('person_not_deactivated');
    await admin.call(people.undoMerge, { params: { mergeId } });
    expect((await members(home.id)).map((row) => row.id).sort()).toEqual([one, two].sort());
    const leave = await person(one);
    const params = { personId: one };
    await admin.call(people.deactivatePerson, { params, body: { reason: '出国定居', revision: leave.revision } });
    expect((await members(home.id)).map((row) => row.id)).toEqual([two]);
    expect(await members(home.id, { state: 'deactivated' })).toMatchObject([{ id: one, deactivated: true }]);
    const { revision } = await person(one);
    await admin.call(people.reactivatePerson, { params, body: { revision } });
    expect((await node(home.id)).memberCount).toBe(2);
  });

  it('show on any past day, and by what was known at any time, what a naive replay tells', async () => {
    const random = new Random(17);
    const top = await t.make.organization(school.root, { name: '回放党委', kind: 'committee' });
    const parent = new Map<string, string>();
    const belongs = new Map<string, string>();
    for (let index = 0; index < 6; index += 1) {
      const { id } = await t.make.organization(top, { kind: index < 3 ? 'committee' : 'branch' });
      parent.set(id, top.id);
    }
    const nodes = [...parent.keys()];
    for (let index = 0; index < 6; index += 1) {
      const at = random.pick(nodes);
      belongs.set(await add({ id: at }, `人${index}`), at);
    }
    type Picture = { asOf: string; knownAt: string; tree: string[]; people: string[] };
    const lines = (map: Map<string, string>) => [...map].map(([key, value]) => `${key}<${value}`).sort();
    const pictures: Picture[] = [];
    const dayOf = () => new Date(t.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    const photograph = () =>
      pictures.push({
        asOf: dayOf(),
        knownAt: t.clock.now().toISOString(),
        tree: lines(parent),
        people: lines(belongs),
      });
    const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
      try {
        await work();
        return true;
      } catch (error) {
        if (error instanceof CallError && error.status < 500) return false;
        throw error;
      }
    };
    photograph();
    for (let step = 0; step < 40; step += 1) {
      await another(random.next() < 0.5 ? DAY : 60_000);
      const open = [...parent.keys()];
      const [one, two] = [random.pick(open), random.pick([...open, top.id])];
      const chance = random.next();
      if (chance < 0.4) {
        if (await attempt(() => write('move', one, { parentId: two }))) parent.set(one, two);
      } else if (chance < 0.75) {
        const who = random.pick([...belongs.keys()]);
        const moved = await attempt(async () => {
          const { id } = await admin.call(people.requestTransfer, {
            params: { personId: who },
            body: { toOrganizationId: two, reason: 'r' },
          });
          await admin.call(people.decideTransfer, { params: { transferId: id }, body: { decision: 'accepted' } });
        });
        if (moved) belongs.set(who, two);
      } else if (chance < 0.85) {
        if (await attempt(() => write('merge', one, { intoId: two }))) {
          for (const map of [parent, belongs]) for (const [key, at] of map) if (at === one) map.set(key, two);
          parent.delete(one);
        }
      } else if (await attempt(() => write('close', one, {}))) parent.delete(one);
      photograph();
    }
    await another(3 * DAY);
    const seen = async (query: { asOf: string; knownAt?: string }) => {
      const tree: string[] = [];
      const walk = async (id: string): Promise<void> => {
        const { items } = await admin.call(people.listOrganizations, { query: { parentId: id, ...query } });
        for (const item of items) {
          tree.push(`${item.id}<${id}`);
          await walk(item.id);
        }
      };
      await walk(top.id);
      const found = await members(top.id, query);
      return { tree: tree.sort(), people: found.map((row) => `${row.id}<${row.organizationId}`).sort() };
    };
    const lastOfDay = new Map(pictures.map((picture) => [picture.asOf, picture]));
    for (const { asOf, tree, people: who } of lastOfDay.values())
      expect(await seen({ asOf })).toEqual({ tree, people: who });
    for (const { asOf, knownAt, tree, people: who } of pictures.filter((_, index) => index % 5 === 0)) {
      expect(await seen({ asOf, knownAt })).toEqual({ tree, people: who });
    }
    expect(parent.size).toBeLessThan(6);
  });
});
