import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assignments, exports, EXPORT_COLUMNS, notices, people } from '@dangxiao/contracts';
import { DropExports, MakeExport } from '../../../apps/api/src/modules/exports/index.ts';
import type { Client } from '../../support/client.ts';
import type { Node, School, SignedIn } from '../../support/factories.ts';
import { publishedCourse } from '../../support/study.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';
import { ended, exported, type Body } from './exporting.ts';

const DAY = 86_400_000;

describe('exports', () => {
  let t: TestApp;
  let school: School;
  let admin: Client;
  let office: Client;
  let left: Node;
  let right: Node;
  let local: SignedIn;
  beforeAll(async () => {
    t = await testApp({ environment: { ROLE: 'all' } });
    school = await t.make.school();
    admin = school.administrator.client;
    left = await t.make.organization(school.root, { name: '左支部', code: 'L-1' });
    right = await t.make.organization(school.root, { name: '右支部', code: 'R-1' });
    local = await t.make.administrator(left);
    office = local.client;
    await add('安二', { phone: '13912345678' });
    await add('=HYPERLINK("http://x")');
    await add('右一', {}, right);
  });
  afterAll(() => t.close());

  /** Sessions end meanwhile. */
  const later = async (days: number) => {
    t.clock.advance(days * DAY);
    admin = await t.make.signIn(school.administrator.accountId);
    office = await t.make.signIn(local.accountId);
  };
  const add = (name: string, more: object = {}, { id } = left) =>
    admin.call(people.createPerson, { body: { organizationId: id, name, kind: 'full_member', ...more } });
  const body = (more: Partial<Body> & Pick<Body, 'kind'>): Body => ({
    columns: [...EXPORT_COLUMNS[more.kind]],
    ...more,
  });
  const codeOf = async (given: Body, client = admin) => {
    const { status, body: answer } = await client.answer(exports.createExport, { body: given });
    return [status, answer.error?.code, answer.error?.fields?.[0]?.path];
  };
  const events = (id: string) =>
    t.pg.query<{ action: string; after: Record<string, unknown> }>(
      'select action, after from audit_event where object_id = $1 order by at, id',
      [id],
    );

  it('have the chosen columns in the chosen order, a cover, and no formulas', async () => {
    const made = await exported(
      admin,
      body({ kind: 'people', query: { organizationId: left.id }, columns: ['organization', 'name', 'phone', 'since'] }),
    );
    expect(made.header).toEqual(['所在组织', '姓名', '手机号', '现组织关系起始日期']);
    const today = new Date(t.clock.now().toISOString().slice(0, 10));
    expect(made.rows).toEqual(
      expect.arrayContaining([
        ['左支部', '安二', '•••• 5678', today],
        ['左支部', `'=HYPERLINK("http://x")`, null, today],
      ]),
    );
    expect(made.rows).toHaveLength(2);
    expect(made.cover).toMatchObject({
      学校: '测试党校',
      内容: '人员名册',
      查询条件: '组织：左支部',
      行数: '2',
      个人号码: expect.stringContaining('末四位'),
    });
    expect(made.view).toMatchObject({ rowsDone: 2, rowsTotal: 2, state: 'ready' });
    expect(String(made.headers['content-disposition'])).toContain(encodeURIComponent('人员名册'));
  });

  it('are of what the maker may read: the sibling organization is out of sight', async () => {
    const made = await exported(office, body({ kind: 'people' }));
    expect(made.rows.map((row) => row[0])).not.toContain('右一');
    expect(made.rows).toHaveLength(2);
    for (const kind of ['people', 'organizations', 'standings', 'entries'] as const) {
      expect(await codeOf(body({ kind, query: { organizationId: right.id } }), office)).toEqual([
        404,
        'organization_not_found',
        undefined,
      ]);
    }
    const standings = await exported(
      office,
      body({ kind: 'standings', columns: ['name', 'organization', 'owes', 'missing'] }),
    );
    expect(new Set(standings.rows.map((row) => row[1]))).toEqual(new Set(['左支部']));
    expect(standings.rows[0]?.[2]).toBe('是');
    expect(typeof standings.rows[0]?.[3]).toBe('number');
  });

  it('need the permission of the list itself, and a known column of a known day', async () => {
    const instructor = await t.make.administrator(left, 'instructor');
    expect(await codeOf(body({ kind: 'people' }), instructor.client)).toEqual([403, 'not_allowed', undefined]);
    expect(await codeOf(body({ kind: 'people', columns: ['name', 'hash'] }))).toEqual([
      422,
      'validation_failed',
      'columns.1',
    ]);
    expect(await codeOf(body({ kind: 'people', columns: ['name', 'name'] }))).toEqual([
      422,
      'validation_failed',
      'columns.1',
    ]);
    expect(await codeOf(body({ kind: 'people', query: { examId: left.id } }))).toEqual([
      422,
      'validation_failed',
      'query.examId',
    ]);
    expect(await codeOf(body({ kind: 'attempts' }))).toEqual([422, 'validation_failed', 'query.examId']);
    expect(await codeOf(body({ kind: 'events', asOf: '2026-01-01' }))).toEqual([422, 'validation_failed', 'asOf']);
    expect(await codeOf(body({ kind: 'people', asOf: '2999-01-01' }))).toEqual([422, 'validation_failed', 'asOf']);
    expect(await codeOf(body({ kind: 'people', wholeNumbers: true }), office)).toEqual([403, 'not_allowed', undefined]);
  });

  it('show whole numbers to who may see them', async () => {
    const made = await exported(
      admin,
      body({ kind: 'people', query: { q: '安二' }, columns: ['name', 'phone'], wholeNumbers: true }),
    );
    expect(made.rows).toEqual([['安二', '13912345678']]);
    expect(made.cover['个人号码']).toContain('完整');
    const [created] = await events(made.view.id);
    expect(created).toMatchObject({ action: 'exports.createExport', after: { wholeNumbers: true, rows: 1 } });
  });

  it('show a past day: who was where, and what the tree looked like', async () => {
    const { id } = await add('曾迁', {}, left);
    await later(2);
    const yesterday = new Date(t.clock.now().getTime() - DAY + 8 * 3_600_000).toISOString().slice(0, 10);
    const { id: to } = await t.make.organization(left, { name: '新小组', kind: 'party_group' });
    await t.pg.execute(`update person set current_organization_id = $2 where id = $1`, [id, to]);
    const columns = ['name', 'organization', 'trail'];
    const now = await exported(office, body({ kind: 'people', query: { q: '曾迁' }, columns }));
    const then = await exported(office, body({ kind: 'people', query: { q: '曾迁' }, columns, asOf: yesterday }));
    expect(now.rows).toEqual([['曾迁', '新小组', '左支部 / 新小组']]);
    expect(then.rows).toEqual([['曾迁', '左支部', '左支部']]);
    expect(then.cover['数据日期']).toContain(yesterday);
    const tree = (asOf?: string) =>
      exported(admin, body({ kind: 'organizations', columns: ['name', 'subtreeMembers'], ...(asOf && { asOf }) }));
    expect((await tree()).rows).toContainEqual(['新小组', 1]);
    expect((await tree(yesterday)).rows.map((row) => row[0])).not.toContain('新小组');
  });

  it('tell the ledger, the audit log, an assignment and an exam', async () => {
    const course = await publishedCourse(t.asOwner, school.root.id, [{ durationMs: 60_000 }]);
    const learner = await t.make.person({ organization: left, name: '李学' });
    await t.pg.execute(
      `insert into credit_policy (version, valid_from, name, body, created_at) values (1, '2020-01-01', 'P', '{"requirements": []}', $1) on conflict do nothing`,
      [t.clock.now()],
    );
    await t.pg.execute(
      `insert into credit_entry (person_id, seq, counter, hours, effective_at, year, organization_id, source_kind, source_id, policy_version, evidence, hash, recorded_at)
       values ($1, 1, 'online', 0.25, '2026-02-28T16:00:00.4Z', 2026, $2, 'lesson', $3, (select min(version) from credit_policy), '{}', 'h', $4)`,
      [learner.personId, left.id, course.lessonIds[0], t.clock.now()],
    );
    const ledger = await exported(
      office,
      body({
        kind: 'entries',
        query: { personId: learner.personId, year: 2026 },
        columns: ['person', 'hours', 'effectiveAt', 'counter', 'reversed', 'hash'],
      }),
    );
    // the day begins at 16:00 UTC in the school's zone
    expect(ledger.rows).toEqual([['李学', 0.25, new Date('2026-03-01T00:00:00Z'), '网络自学', '否', 'h']]);
    expect(ledger.cover).toMatchObject({
      查询条件: '人员：李学；年度：2026',
      台账依据: expect.stringContaining('只增不改'),
    });
    const log = await exported(office, body({ kind: 'events', columns: ['action', 'object', 'after'] }));
    expect(log.rows.map((row) => row[0])).toEqual(expect.arrayContaining(['导出数据', '下载导出文件']));
    const rules = {
      include: [
        {
          by: 'filter' as const,
          organizations: [{ organizationId: left.id, subtree: true }],
          kinds: [],
          positions: [],
        },
      ],
      exclude: [],
      excludeExempt: false,
    };
    const training = {
      organizationId: left.id,
      title: '安全培训',
      description: '',
      mode: 'snapshot' as const,
      required: true,
      opensAt: t.clock.now().toISOString(),
      dueAt: null,
      graceUntil: null,
      rules,
      items: [{ kind: 'course' as const, id: course.id }],
    };
    const { id: assignmentId } = await admin.call(assignments.createAssignment, { body: training });
    await admin.call(assignments.publishAssignment, { params: { assignmentId }, body: { revision: 1 } });
    let targets = await exported(
      office,
      body({ kind: 'targets', query: { assignmentId }, columns: ['name', 'state'] }),
    );
    for (let turn = 0; targets.rows.length === 0 && turn < 20; turn += 1)
      targets = await exported(office, body({ kind: 'targets', query: { assignmentId }, columns: ['name', 'state'] }));
    expect(targets.rows).toContainEqual(['李学', '未开始']);
    expect(targets.cover['查询条件']).toBe('培训任务：安全培训');
    const other = await t.make.administrator(right);
    expect(await codeOf(body({ kind: 'targets', query: { assignmentId } }), other.client)).toEqual([
      404,
      'assignment_not_found',
      undefined,
    ]);
    expect(await codeOf(body({ kind: 'entries', query: { personId: learner.personId } }), other.client)).toEqual([
      404,
      'person_not_found',
      undefined,
    ]);
    expect(await codeOf(body({ kind: 'attempts', query: { examId: course.id } }))).toEqual([
      404,
      'exam_not_found',
      undefined,
    ]);
  });

  it('are downloaded by their maker alone, while the right holds, and each download is recorded', async () => {
    const { accountId, client } = await t.make.administrator(left);
    const { view } = await exported(client, body({ kind: 'people', columns: ['name'] }));
    const download = (by: Client) => by.answer(exports.downloadExport, { params: { exportId: view.id } });
    expect((await download(admin)).status).toBe(404);
    expect(await events(view.id)).toMatchObject([
      { action: 'exports.createExport', after: { exportKind: 'people', columns: ['name'], rows: view.rowsTotal } },
      { action: 'exports.downloadExport', after: { exportKind: 'people', rows: view.rowsTotal } },
    ]);
    await t.pg.execute(`update role_grant set organization_id = $2 where account_id = $1`, [accountId, right.id]);
    const again = await t.make.signIn(accountId);
    expect(await download(again)).toMatchObject({ status: 403 });
  });

  it('are dropped after their time, deleted on request, and leave no file', async () => {
    const { view } = await exported(admin, body({ kind: 'people', columns: ['name'] }));
    const file = join(t.dataDir, 'media', 'exports', view.id, '1.xlsx');
    expect(existsSync(file)).toBe(true);
    const { view: second } = await exported(admin, body({ kind: 'people', columns: ['name'] }));
    await admin.call(exports.deleteExport, { params: { exportId: second.id } });
    expect(existsSync(join(t.dataDir, 'media', 'exports', second.id, '1.xlsx'))).toBe(false);
    await later(8);
    await t.get(DropExports).run();
    expect(existsSync(file)).toBe(false);
    expect(await admin.answer(exports.downloadExport, { params: { exportId: view.id } })).toMatchObject({
      status: 410,
    });
    expect(await ended(admin, view.id)).toMatchObject({ state: 'dropped' });
  });

  const row = async (accountId: string, state: string, runs: number) => {
    const made = await t.pg.one<{ id: string }>(
      `insert into export (account_id, kind, query, columns, language, state, runs, file_name, created_at)
       values ($1, 'people', '{}', '{name}', 'zh', $2, $3, 'x.xlsx', $4) returning id`,
      [accountId, state, runs, t.clock.now()],
    );
    return made?.id ?? '';
  };
  const work = (exportId: string) =>
    t.get(MakeExport).run({ id: 'job', data: { exportId }, signal: new AbortController().signal });

  it('begin anew after their worker was killed, and are given up after too many tries', async () => {
    const { accountId, client } = await t.make.administrator(left);
    const broken = await row(accountId, 'running', 1);
    const leftover = join(t.dataDir, 'work', 'exports', broken);
    mkdirSync(leftover, { recursive: true });
    writeFileSync(join(leftover, 'table.xlsx'), 'half a file');
    await work(broken);
    const view = await ended(client, broken);
    expect(view).toMatchObject({ state: 'ready', rowsDone: view.rowsTotal });
    expect(existsSync(leftover)).toBe(false);
    expect(existsSync(join(t.dataDir, 'media', 'exports', broken, '2.xlsx'))).toBe(true);
    const hopeless = await row(accountId, 'running', 4);
    await work(hopeless);
    expect(await ended(client, hopeless)).toMatchObject({ state: 'failed', failure: 'unknown' });
    const { items } = await client.call(notices.listMine, {});
    expect(items.map(({ code, params }) => [code, params.exportId, params.name])).toEqual([
      ['export.failed', hopeless, '人员名册'],
      ['export.ready', broken, '人员名册'],
    ]);
  });

  it('stop on request, leave no file, and wait in line', async () => {
    const { accountId, client } = await t.make.administrator(left);
    const ids = [
      await row(accountId, 'waiting', 0),
      await row(accountId, 'waiting', 0),
      await row(accountId, 'running', 1),
    ];
    expect(await codeOf(body({ kind: 'people' }), client)).toEqual([409, 'exports_under_way', undefined]);
    for (const exportId of ids) {
      expect(await client.call(exports.cancelExport, { params: { exportId } })).toMatchObject({ state: 'cancelled' });
      await work(exportId);
      expect(existsSync(join(t.dataDir, 'media', 'exports', exportId))).toBe(false);
      expect(await client.answer(exports.downloadExport, { params: { exportId } })).toMatchObject({ status: 409 });
    }
    expect(await codeOf(body({ kind: 'people' }), client)).toEqual([200, undefined, undefined]);
  });

  it('fail in plain words for somebody who lost the right meanwhile', async () => {
    const { accountId } = await t.make.administrator(left);
    const exportId = await row(accountId, 'waiting', 0);
    await t.pg.execute('update role_grant set role = $2 where account_id = $1', [accountId, 'learner']);
    await work(exportId);
    const failed = await t.pg.one('select state, failure from export where id = $1', [exportId]);
    expect(failed).toEqual({ state: 'failed', failure: 'not_allowed' });
  });
});
