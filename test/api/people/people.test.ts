import { people } from '@dangxiao/contracts';
import { Secrets } from '../../../apps/api/src/config/secrets.ts';
import type { Node, School, SignedIn } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const DAY = 86_400_000;
const IDENTITY = '11010519491231002X';

describe('people', () => {
  let t: TestApp;
  let school: School;
  let left: Node;
  let right: Node;
  let admin: SignedIn['client'];
  let local: SignedIn;
  beforeAll(async () => {
    t = await testApp();
    school = await t.make.school();
    left = await t.make.organization(school.root, { name: '左支部' });
    right = await t.make.organization(school.root, { name: '右支部' });
    local = await t.make.administrator(left);
    admin = school.administrator.client;
  });
  afterAll(() => t.close());

  const add = (name: string, more: object = {}, organization = left) =>
    admin.call(people.createPerson, { body: { organizationId: organization.id, name, kind: 'full_member', ...more } });
  const codeOf = async (name: string, more: object) =>
    (
      await admin.answer(people.createPerson, {
        body: { organizationId: left.id, name, kind: 'full_member', ...more },
      })
    ).body.error?.code;
  const get = (personId: string) => admin.call(people.getPerson, { params: { personId } });

  it('are listed in pinyin order, page by page, masked and with the state of their account', async () => {
    const node = await t.make.organization(school.root);
    for (const name of ['赵一', '安二', '李三', '重四', '白五']) await add(name, {}, node);
    await add('曾六', { phone: '13912345678' }, node);
    const first = await admin.call(people.listPeople, { query: { organizationId: node.id, limit: 4 } });
    expect(first.items.map((row) => row.name)).toEqual(['安二', '白五', '曾六', '李三'].sort(pinyin));
    expect(first.total).toBe(6);
    const rest = await admin.call(people.listPeople, {
      query: { organizationId: node.id, limit: 4, cursor: first.nextCursor ?? '' },
    });
    const all = [...first.items, ...rest.items];
    expect(new Set(all.map((row) => row.id)).size).toBe(6);
    expect(rest).toMatchObject({ nextCursor: null, total: null });
    expect(all.find((row) => row.name === '曾六')).toMatchObject({ maskedPhone: '•••• 5678', account: 'none' });
  });

  it('are found by name, by initials of the name read as a name, and by the whole phone number', async () => {
    await add('单雄信', { phone: '13700001111' });
    const find = async (q: string) =>
      (await admin.call(people.listPeople, { query: { q } })).items.map((row) => row.name);
    expect(await find('雄信')).toEqual(['单雄信']);
    expect(await find('sxx')).toEqual(['单雄信']);
    expect(await find('137 0000 1111')).toEqual(['单雄信']);
    expect(await find('1370000')).toEqual([]);
    expect(await find('_')).toEqual([]);
  });

  it('are seen by an administrator of their organization only; elsewhere they are not found', async () => {
    const mine = await add('左人');
    const other = await add('右人', {}, right);
    const { items } = await local.client.call(people.listPeople, { query: { limit: 100 } });
    const ids = items.map((row) => row.id);
    expect(ids).toContain(mine.id);
    expect(ids).not.toContain(other.id);
    const { client } = local;
    const params = { personId: other.id };
    const answers = [
      await client.answer(people.getPerson, { params }),
      await client.answer(people.updatePerson, { params, body: { revision: 1, name: '改名' } }),
      await client.answer(people.listPeople, { query: { organizationId: right.id } }),
      await client.answer(people.createPerson, {
        body: { organizationId: right.id, name: '越界', kind: 'full_member' },
      }),
    ];
    expect(answers.map((answer) => answer.body.error?.code)).toEqual([
      'person_not_found',
      'person_not_found',
      'organization_not_found',
      'organization_not_found',
    ]);
  });

  it('have their numbers encrypted in every table, and come out masked only', async () => {
    const phone = '13511112222';
    const { id } = await add('密文', { phone, identityNumber: IDENTITY.toLowerCase() });
    expect(await get(id)).toMatchObject({ maskedPhone: '•••• 2222', maskedIdentityNumber: '•••• 002X' });
    const tables = await t.pg.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'migrations'`,
    );
    for (const { name } of tables) {
      const rows = await t.asOwner(`select t::text as all from ${name} t`);
      for (const row of rows) {
        expect(row.all).not.toContain(phone);
        expect(row.all).not.toContain(IDENTITY);
        expect(row.all).not.toContain(Buffer.from(phone).toString('hex'));
      }
    }
    const [row] = await t.pg.query<{ phone_cipher: Buffer; identity_cipher: Buffer }>(
      'select phone_cipher, identity_cipher from person where id = $1',
      [id],
    );
    const secrets = t.get(Secrets);
    expect(secrets.decrypt(row?.phone_cipher ?? Buffer.of(), 'person.phone')).toBe(phone);
    expect(secrets.decrypt(row?.identity_cipher ?? Buffer.of(), 'person.identity')).toBe(IDENTITY);
    expect(() => secrets.decrypt(row?.phone_cipher ?? Buffer.of(), 'person.identity')).toThrow();
  });

  it('exist once: by identity number, by phone, and with numbers that can be', async () => {
    const identityNumber = '440524188001010014';
    expect(await codeOf('坏号', { identityNumber: '110105194912310021' })).toBe('identity_number_invalid');
    expect(await codeOf('坏号', { phone: '12812345678' })).toBe('validation_failed');
    expect(await codeOf('老人', { identityNumber })).toBe('identity_number_invalid');
    await add('一人', { phone: '13600000001', identityNumber: '110101199003077715' });
    expect(await codeOf('二人', { phone: '13600000001' })).toBe('phone_taken');
    expect(await codeOf('二人', { identityNumber: '110101199003077715' })).toBe('person_duplicate');
    const racing = await Promise.all([1, 2, 3].map(() => codeOf('同号', { phone: '13600000002' })));
    expect(racing.filter((code) => code === undefined)).toHaveLength(1);
    expect(racing.filter((code) => code === 'phone_taken')).toHaveLength(2);
  });

  it('keep the history of their memberships: what was so, and when we knew it', async () => {
    const { id } = await add('历史', { kind: 'probationary_member', since: '2025-07-01' });
    const change = async (body: object) => {
      const { revision } = await get(id);
      return admin.call(people.updatePerson, { params: { personId: id }, body: { revision, ...body } });
    };
    const person = await change({ kind: 'full_member', position: 'branch_secretary' });
    expect(person.memberships).toMatchObject([
      { kind: 'full_member', position: 'branch_secretary', validFrom: '2026-03-02', validTo: null },
      { kind: 'probationary_member', position: 'none', validFrom: '2025-07-01', validTo: '2026-03-02' },
    ]);
    t.clock.advance(60_000);
    const corrected = await change({ position: 'branch_committee_member' });
    expect(corrected.memberships.map(({ position, validFrom }) => [position, validFrom])).toEqual([
      ['branch_committee_member', '2026-03-02'],
      ['none', '2025-07-01'],
    ]);
    const known = await t.pg.query(
      `select kind, position, valid_from, valid_to from membership where person_id = $1 and superseded_at is not null
       order by recorded_at`,
      [id],
    );
    expect(known).toEqual([
      { kind: 'probationary_member', position: 'none', valid_from: '2025-07-01', valid_to: null },
      { kind: 'full_member', position: 'branch_secretary', valid_from: '2026-03-02', valid_to: null },
    ]);
  });

  it('change only in what was sent, and only from the revision that was read', async () => {
    const { id } = await add('改动', { phone: '13500000009', exempt: true, exemptReason: '年老体弱' });
    const update = (body: object) =>
      admin.answer(people.updatePerson, { params: { personId: id }, body: { revision: 1, ...body } });
    const answers = await Promise.all([update({ name: '改名甲' }), update({ name: '改名乙' })]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const stale = answers.find((answer) => answer.status === 409)?.body.error;
    expect(stale).toMatchObject({ code: 'stale_revision', params: { current: { revision: 2 } } });
    const now = await get(id);
    expect(now).toMatchObject({ maskedPhone: '•••• 0009', exempt: true, exemptReason: '年老体弱', revision: 2 });
    const cleared = await admin.call(people.updatePerson, {
      params: { personId: id },
      body: { revision: 2, phone: null, exempt: false },
    });
    expect(cleared).toMatchObject({ maskedPhone: null, exempt: false, exemptReason: null, name: now.name });
  });

  it('are exempt for a reason, and begin no later than today', async () => {
    expect(await codeOf('无由', { exempt: true })).toBe('validation_failed');
    expect(await codeOf('未来', { since: '2026-03-03' })).toBe('validation_failed');
  });

  it('are counted exactly, whoever adds them and however many at once', async () => {
    const node = await t.make.organization(school.root);
    await Promise.all(Array.from({ length: 12 }, (_, n) => add(`并发${n}`, {}, node)));
    await t.pg.execute(
      `insert into person (name, initials, current_organization_id, current_kind, created_at)
       select '批量', 'pl', $1, 'full_member', $2 from generate_series(1, 30)`,
      [node.id, t.clock.now()],
    );
    await t.pg.execute(
      `update person set current_organization_id = $2 where current_organization_id = $1 and name = '并发0'`,
      [node.id, right.id],
    );
    const { memberCount } = await admin.call(people.getOrganization, { params: { organizationId: node.id } });
    expect(memberCount).toBe(41);
    const wrong = await t.pg.query(
      `select o.id from organization o
       where member_count <> (select count(*) from person p where p.current_organization_id = o.id)`,
    );
    expect(wrong).toEqual([]);
  });

  it('leave a trace in the audit log, with masked numbers', async () => {
    const { id } = await add('留痕', { phone: '13811118888' });
    await admin.call(people.updatePerson, { params: { personId: id }, body: { revision: 1, phone: '13811119999' } });
    const rows = await t.pg.query('select action, before, after from audit_event where object_id = $1 order by id', [
      id,
    ]);
    expect(rows).toMatchObject([
      { action: 'people.createPerson', after: { name: '留痕', phone: '138****8888' } },
      { action: 'people.updatePerson', after: { phone: '138****9999' } },
    ]);
    t.clock.advance(DAY);
  });
});

const pinyin = new Intl.Collator('zh-Hans-CN').compare;
