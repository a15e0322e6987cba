import { notices } from '@dangxiao/contracts';
import { UnitOfWork } from '../../../apps/api/src/database/unit-of-work.ts';
import { Notices, Outbox } from '../../../apps/api/src/modules/notices/index.ts';
import type { Node, SignedIn } from '../../support/factories.ts';
import { SmtpProgram, textOf } from '../../support/smtp.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MINUTE = 60_000;

/** Emails, to a real mail server in a process of its own. */
describe('emails', () => {
  let t: TestApp;
  let smtp: SmtpProgram;
  let root: Node;
  let administrator: SignedIn;
  let learner: SignedIn & { personId: string };
  const folder = mkdtempSync(join(tmpdir(), 'dangxiao-smtp-'));

  beforeAll(async () => {
    smtp = await SmtpProgram.on(folder);
    t = await testApp({
      environment: {
        SMTP_URL: smtp.url,
        MAIL_FROM: 'noreply@school.example',
        MAIL_PER_SECOND: '1000',
        MAIL_GATHER_SECONDS: '60',
        PUBLIC_URL: 'http://localhost',
      },
    });
    const school = await t.make.school('测试党校');
    root = school.root;
    administrator = school.administrator;
  });
  beforeEach(async () => {
    await smtp.start();
    t.clock.set('2026-03-02T01:00:00.000Z');
    learner = await t.make.person({ organization: root });
  });
  afterAll(async () => {
    await smtp.stop();
    await t.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const tell = (title: string, who = learner) => {
    const params = { assignmentId: root.id, title, dueAt: null, graceUntil: null };
    const message = { to: { personId: who.personId }, code: 'reminder.now' as const, params, dedupeKey: title };
    return t.get(UnitOfWork).run((tx) => t.get(Notices).tell(tx, message));
  };
  const round = () => t.get(Outbox).round();
  const to = (address: string) => smtp.emails().filter((email) => email.to.includes(address));
  const confirm = async (address: string, who: SignedIn = learner) => {
    await who.client.call(notices.putMyEmail, { body: { email: address } });
    await round();
    const token = /confirm-email\/([\w.-]+)/.exec(textOf(to(address).at(-1)?.raw ?? ''))?.[1] ?? '';
    return t.visitor().call(notices.confirmEmail, { body: { token } });
  };
  const logged = async (who = learner) => {
    const { items } = await (
      await t.make.signIn(administrator.accountId)
    ).call(notices.listDeliveries, { query: { limit: 100 } });
    const mine = await who.client.call(notices.listMine);
    const ids = mine.items.map((item) => item.id);
    return items.filter((item) => ids.includes(item.id)).map((item) => item.email);
  };
  const later = (ms: number) => t.clock.advance(ms);

  it('go to an address that was confirmed, several messages in one, in the language that was chosen', async () => {
    expect(await confirm('zhang@example.org')).toEqual({ masked: 'z•••@example.org' });
    await learner.client.call(notices.putMySettings, { body: { language: 'en', noEmail: [], quietHours: null } });
    await tell('Safety');
    await tell('History');
    await round();
    expect(to('zhang@example.org')).toHaveLength(1);
    later(MINUTE);
    await round();
    const [, email] = to('zhang@example.org');
    expect(email?.raw).toMatch(/^Subject: =\?UTF-8\?/m);
    const body = textOf(email?.raw ?? '');
    expect(body).toContain('"Safety"');
    expect(body).toContain('"History"');
    expect(body).toContain('http://localhost/training');
    expect(await logged()).toMatchObject([
      {
        state: 'sent',
        maskedAddress: 'z•••@example.org',
        attempts: [{ outcome: 'accepted', answer: expect.stringContaining('taken') }],
      },
      { state: 'sent' },
    ]);
  });

  it('go where an administrator entered, once its owner confirmed it; the entry is logged, masked', async () => {
    const params = { personId: learner.personId };
    const admin = await t.make.signIn(administrator.accountId);
    const put = (email: string, client = admin) => client.answer(notices.putPersonEmail, { params, body: { email } });
    expect((await put('no address')).body.error).toMatchObject({
      code: 'validation_failed',
      fields: [{ path: 'email' }],
    });
    const elsewhere = await t.make.organization(root, { name: '邻县支部' });
    const neighbour = (await t.make.administrator(elsewhere)).client;
    const away = await put('wu@example.org', neighbour);
    expect([away.status, away.body.error?.code]).toEqual([404, 'person_not_found']);
    expect((await put('wu@example.org')).body).toMatchObject({
      email: { masked: 'w•••@example.org', state: 'waiting' },
    });
    await round();
    const email = textOf(to('wu@example.org')[0]?.raw ?? '');
    const [name] = await t.pg.query<{ name: string }>('select name from person where id = $1', [learner.personId]);
    expect(email).not.toContain(name?.name);
    await tell('Waiting');
    later(MINUTE);
    await round();
    expect(to('wu@example.org')).toHaveLength(1);
    const token = /confirm-email\/([\w.-]+)/.exec(email)?.[1] ?? '';
    await t.visitor().call(notices.confirmEmail, { body: { token } });
    const seen = async () => (await admin.call(notices.getPersonEmail, { params })).email?.state;
    expect(await seen()).toBe('confirmed');
    await put('xu@example.org');
    later(7 * 24 * 60 * MINUTE);
    expect(
      (await (await t.make.signIn(administrator.accountId)).call(notices.getPersonEmail, { params })).email?.state,
    ).toBe('expired');
    const events = await t.pg.query(
      `select action, before ->> 'email' as before, after ->> 'email' as after from audit_event where object_id = $1 and action like 'notices.%' order by id`,
      [learner.personId],
    );
    expect(events).toEqual([
      { action: 'notices.putPersonEmail', before: null, after: 'w•••@example.org' },
      { action: 'notices.putPersonEmail', before: 'w•••@example.org', after: 'x•••@example.org' },
    ]);
  });

  it('wait for nobody whose address an administrator removed, and no mailbox is filled by entering it again', async () => {
    const params = { personId: learner.personId };
    const admin = await t.make.signIn(administrator.accountId);
    const put = () => admin.answer(notices.putPersonEmail, { params, body: { email: 'yu@example.org' } });
    for (let turn = 0; turn < 5; turn += 1) expect((await put()).status).toBe(200);
    expect((await put()).body.error?.code).toBe('too_many_requests');
    expect(await admin.call(notices.deletePersonEmail, { params })).toEqual({ mail: true, email: null });
    await round();
    expect(to('yu@example.org')).toEqual([]);
  });

  it('are found in the log by the name, its initials, or the whole address of the reader', async () => {
    const named = await t.make.person({ organization: root, name: '欧阳建国' });
    await t.pg.execute(`update person set initials = 'oyjg' where id = $1`, [named.personId]);
    await confirm('ouyang@example.org', named);
    await tell('A', named);
    await tell('B');
    const client = await t.make.signIn(administrator.accountId);
    const found = async (q: string) =>
      (await client.call(notices.listDeliveries, { query: { q, limit: 100 } })).items.map((item) => item.recipientName);
    for (const q of ['阳建', 'oyjg', 'Ouyang@example.org']) expect(await found(q)).toEqual(['欧阳建国']);
    for (const q of ['ouyang@example', '%', '查无此人']) expect(await found(q)).toEqual([]);
  });

  it('are not sent before the address is confirmed, nor of kinds that were refused, nor once it is removed', async () => {
    await learner.client.call(notices.putMyEmail, { body: { email: 'li@example.org' } });
    await tell('A');
    await confirm('li@example.org');
    await learner.client.call(notices.putMySettings, {
      body: { language: 'zh-CN', noEmail: ['reminders'], quietHours: null },
    });
    await tell('B');
    await learner.client.call(notices.putMySettings, { body: { language: 'zh-CN', noEmail: [], quietHours: null } });
    await tell('C');
    await learner.client.call(notices.deleteMyEmail);
    later(MINUTE);
    await round();
    expect(to('li@example.org').length).toBeLessThanOrEqual(2);
    expect(await logged()).toMatchObject([{ state: 'dropped' }, null, null]);
  });

  it('wait for the end of the quiet hours: of the reader, else of the organization', async () => {
    await confirm('wang@example.org');
    t.clock.set('2026-03-02T14:00:00.000Z');
    await tell('A');
    later(MINUTE);
    await round();
    expect(to('wang@example.org')).toHaveLength(1);
    expect(await logged()).toMatchObject([{ state: 'waiting', dueAt: '2026-03-02T23:30:00.000Z' }]);
    t.clock.set('2026-03-02T23:30:00.000Z');
    await round();
    expect(to('wang@example.org')).toHaveLength(2);
  });

  it('are repeated with the same Message-ID when the server died before it answered, and the log says so', async () => {
    await confirm('zhao@example.org');
    await tell('A');
    later(MINUTE);
    await smtp.start('die');
    await round();
    expect(await logged()).toMatchObject([{ state: 'waiting', attempts: [{ outcome: 'unanswered' }] }]);
    await smtp.start();
    later(5 * MINUTE);
    await round();
    const [, first, second] = to('zhao@example.org');
    expect(second?.messageId).toBe(first?.messageId);
    expect(second?.messageId).toMatch(/^<[0-9a-f-]{36}@school\.example>$/);
    expect(await logged()).toMatchObject([
      { state: 'repeated', attempts: [{ outcome: 'unanswered' }, { outcome: 'accepted' }] },
    ]);
  });

  it('are repeated when the sender died between sending and recording', async () => {
    await confirm('qian@example.org');
    await tell('A');
    later(MINUTE);
    await t.pg.execute(
      `with l as (update email set state = 'sending', attempts = 1, held_until = $1 where state = 'waiting' and kind = 'notices' and recipient_id = $2 returning id)
       insert into email_delivery (email_id, number, started_at) select id, 1, $1 from l`,
      [t.clock.now(), learner.personId],
    );
    await round();
    expect(to('qian@example.org')).toHaveLength(1);
    later(5 * MINUTE);
    await round();
    later(5 * MINUTE);
    await round();
    expect(to('qian@example.org')).toHaveLength(2);
    expect(await logged()).toMatchObject([
      { state: 'repeated', attempts: [{ outcome: 'unanswered', answer: null }, { outcome: 'accepted' }] },
    ]);
  });

  it('are tried again when the server is away or puts them off, and end with its words when it refuses', async () => {
    await confirm('sun@example.org');
    await tell('A');
    later(MINUTE);
    await smtp.stop();
    await round();
    await smtp.start('put-off');
    later(5 * MINUTE);
    await round();
    await smtp.start('refuse');
    later(10 * MINUTE);
    await round();
    later(60 * MINUTE);
    await round();
    expect(await logged()).toMatchObject([
      {
        state: 'refused',
        attempts: [
          { outcome: 'unreachable' },
          { outcome: 'put_off', answer: expect.stringContaining('come back later') },
          { outcome: 'refused', answer: expect.stringContaining('no such mailbox here') },
        ],
      },
    ]);
  });

  it('are sent once by any number of senders', async () => {
    await confirm('zhou@example.org');
    await tell('A');
    later(MINUTE);
    await Promise.all([1, 2, 3, 4].map(round));
    expect(to('zhou@example.org')).toHaveLength(2);
  });

  it('refuse a wrong address by its field, a false token, and too many confirmations', async () => {
    const wrong = await learner.client.answer(notices.putMyEmail, { body: { email: 'nobody' } });
    expect(wrong).toMatchObject({ status: 422, body: { error: { fields: [{ path: 'email' }] } } });
    const token = `${root.id}.AAAA`;
    expect(await t.visitor().answer(notices.confirmEmail, { body: { token } })).toMatchObject({ status: 410 });
    for (let n = 0; n < 5; n += 1) await learner.client.call(notices.putMyEmail, { body: { email: 'wu@example.org' } });
    expect(await learner.client.answer(notices.putMyEmail, { body: { email: 'wu@example.org' } })).toMatchObject({
      status: 429,
    });
  });
});
