import { accounts, people } from '@dangxiao/contracts';
import { readXlsx } from 'hucre/xlsx';
import { ImportSchool } from './import-school.ts';
import { csv, identityNumber, phone } from '../../support/tables.ts';

const head = ['姓名', '组织编码', '人员类别', '手机号', '身份证号'];
type Cells = [string, string, string, string, string];
const table = (...rows: Cells[]) => csv([head, ...rows]);
let number = 0;
const someone = (code: string, name: string): Cells => [
  name,
  code,
  '正式党员',
  phone((number += 1)),
  identityNumber(number),
];

describe('an import of people is undone', () => {
  let school: ImportSchool;
  beforeAll(async () => {
    school = await ImportSchool.open();
  });
  afterAll(() => school.t.close());
  const personOf = async (name: string) =>
    (await school.t.pg.one<{ id: string }>('select id from person where name = $1', [name]))?.id ?? '';
  const historyOf = (personId: string) =>
    school.t.pg.query(
      `select o.code, m.kind, m.valid_from, m.valid_to from membership m join organization o on o.id = m.organization_id
       where person_id = $1 and superseded_at is null order by valid_from`,
      [personId],
    );

  it('as a whole: who came is gone with every trace, who was changed is as before, also on past days', async () => {
    const [stays, moves] = [someone('L1', '卫一'), someone('L1', '卫二')];
    await school.commit((await school.bring('people', table(stays, moves))).id);
    await school.wait(3);
    const id = await personOf('卫二');
    const [history, before] = [
      await historyOf(id),
      await school.t.pg.one('select to_jsonb(p) - $2 as row from person p where id = $1', [id, 'revision']),
    ];
    const members = await school.t.pg.query('select code, member_count from organization order by code');
    const batch = await school.bring(
      'people',
      table(stays, ['卫二', 'L2', '预备党员', phone(55_555), moves[4]], someone('L2', '卫三'), someone('L1', '卫四')),
    );
    expect(await school.commit(batch.id)).toMatchObject({ counts: { create: 2, move: 1, nothing: 1 } });
    expect(await historyOf(id)).toHaveLength(2);
    expect(await school.undo(batch.id)).toMatchObject({ state: 'undone', undoable: false, blockers: null });
    expect(await personOf('卫三')).toBe('');
    expect(await historyOf(id)).toEqual(history);
    expect(
      await school.t.pg.one('select to_jsonb(p) - $2 as row from person p where id = $1', [id, 'revision']),
    ).toEqual(before);
    expect(await school.t.pg.query('select code, member_count from organization order by code')).toEqual(members);
    expect(await school.count(`audit_event where action = 'people.undoImport'`)).toBe(1);
    // the same file can come again
    expect(await school.bring('people', table(someone('L2', '卫三')))).toMatchObject({ counts: { create: 1 } });
  });

  it('gives organizations and people the employers that a file names, and takes them away again', async () => {
    const { client } = school.administrator;
    const employer = async (name: string, code: string) =>
      (await client.call(people.createEmployer, { body: { name, code } })).id;
    const hospital = await employer('县人民医院', 'U-1');
    const middle = await employer('县第一中学', 'U-2');
    const named = async (table: 'organization' | 'person', name: string) =>
      (
        await school.t.pg.one<{ employer: string }>(`select employer_id as employer from ${table} where name = $1`, [
          name,
        ])
      )?.employer;
    const tree = (code: string) =>
      csv([
        ['组织名称', '组织编码', '组织类型', '单位编码'],
        ['L1支部', 'L1', '党支部', code],
        ['医院支部', 'L9', '党支部', code],
      ]);
    const unknown = await school.bring('organizations', tree('U-9'));
    expect(await school.wrong(unknown.id)).toBe('2 employerCode employer_not_found; 3 employerCode employer_not_found');
    const first = await school.bring('organizations', tree('U-1'));
    expect(await school.commit(first.id)).toMatchObject({ counts: { create: 1, update: 1 } });
    expect([await named('organization', 'L1支部'), await named('organization', '医院支部')]).toEqual([
      hospital,
      hospital,
    ]);
    const versions = `organization_version v join organization o on o.id = v.organization_id where o.name = 'L1支部'`;
    expect(await school.count(versions)).toBe(1);
    const [stays, comes] = [someone('L1', '尤一'), someone('L1', '尤二')];
    const employers = (...rows: string[][]) => csv([[...head, '单位编码'], ...rows]);
    await school.commit((await school.bring('people', employers([...stays, '']))).id);
    const batch = await school.bring(
      'people',
      employers([...stays, 'U-2'], [...comes, 'U-2'], [...someone('L1', '尤三'), '?']),
    );
    expect(await school.wrong(batch.id)).toBe('4 employerCode employer_not_found');
    const repair = { params: { importId: batch.id, row: 4 }, body: { cells: { employerCode: 'U-1' } } };
    expect((await client.call(people.repairImportRow, repair)).problems).toEqual([]);
    expect(await school.commit(batch.id)).toMatchObject({ counts: { create: 2, update: 1 } });
    const all = async () => Promise.all(['尤一', '尤二', '尤三'].map((name) => named('person', name)));
    expect(await all()).toEqual([middle, middle, hospital]);
    expect(await school.undo(batch.id)).toMatchObject({ state: 'undone' });
    expect(await all()).toEqual([null, undefined, undefined]);
    expect(await school.bring('people', employers([...stays, '']))).toMatchObject({ counts: { nothing: 1 } });
  });

  it('and before that its new people get their codes in one list, once', async () => {
    const batch = await school.bring(
      'people',
      table(someone('L1', '码一'), someone('L2', '码二'), someone('L2', '码三')),
    );
    const params = { importId: batch.id };
    const { client } = school.administrator;
    const ask = (by = client) => by.answer(people.issueImportCodes, { params, body: {} });
    expect((await ask()).body.error?.code).toBe('import_wrong_state');
    expect(await school.commit(batch.id)).toMatchObject({ codes: { waiting: 3, expiresAt: null } });
    expect((await ask(school.stranger.client)).body.error?.code).toBe('import_not_found');
    const french = await client.answer(people.issueImportCodes, { params, body: { language: 'fr' } as never });
    expect(french.body.error).toMatchObject({ code: 'validation_failed', fields: [{ path: 'language' }] });
    const listOf = async (bytes: Buffer) => {
      const [cover, list] = (await readXlsx(bytes)).sheets;
      expect(JSON.stringify(cover?.rows)).toContain('http://localhost/activate');
      return new Map(list?.rows.slice(1).map((row) => [String(row[0]), String(row[4])]));
    };
    // two at once come one after the other: one code a person is left
    const lists = await Promise.all([ask(), ask()].map(async (answer) => listOf((await answer).bytes)));
    expect(lists.map((list) => list.size)).toEqual([3, 3]);
    const open = `activation_code where used_at is null and ended_at is null and person_id in
      (select object_id from import_row where batch_id = $1)`;
    expect(await school.count(open, [batch.id])).toBe(3);
    const valid = async (code = '') =>
      (await school.t.visitor().answer(accounts.checkActivationCode, { body: { code } })).status === 200;
    const works = await Promise.all(lists.map((list) => valid(list.get('码二'))));
    expect(works.filter(Boolean)).toHaveLength(1);
    const list = lists[works.indexOf(true)];
    expect([...(list?.keys() ?? [])]).toEqual(['码一', '码二', '码三']);
    // whoever has an account, and whoever may do something here, is left out of the next one
    const body = { code: list?.get('码二') ?? '', login: 'maer', password: 'xuexi-test-12' };
    await school.t.visitor().call(accounts.activate, { body });
    await school.t.pg.execute(
      `insert into role_grant (person_id, role, organization_id, granted_by, granted_at) values ($1, 'organization_administrator', $2, $3, now())`,
      [await personOf('码三'), school.left.id, school.administrator.accountId],
    );
    expect(await school.see(batch.id)).toMatchObject({ codes: { waiting: 1, expiresAt: expect.any(String) } });
    expect([...(await listOf((await ask()).bytes)).keys()]).toHaveLength(1);
    expect(
      await school.count(`audit_event where action = 'people.issueImportCodes' and object_id = $1`, [batch.id]),
    ).toBe(3);
    expect(await school.undo(batch.id)).toMatchObject({ state: 'committed', blockers: expect.any(Array) });
  });

  it('not while something depends on it: then it says what, how many and who, and changes nothing', async () => {
    const rows = [someone('L1', '蒋一'), someone('L1', '蒋二'), someone('L1', '蒋三')];
    const batch = await school.bring('people', table(...rows));
    await school.commit(batch.id);
    const [edited, active] = [await personOf('蒋一'), await personOf('蒋二')];
    await school.administrator.client.call(people.updatePerson, {
      params: { personId: edited },
      body: { revision: 1, kind: 'probationary_member' },
    });
    await school.t.pg.execute('insert into account (person_id, login, created_at) values ($1, $2, now())', [
      active,
      'jianger',
    ]);
    const refused = await school.undo(batch.id);
    expect(refused).toMatchObject({
      state: 'committed',
      blockers: [
        { what: 'changed', count: 1, name: '蒋一' },
        { what: 'account', count: 1, name: '蒋二' },
      ],
    });
    expect(await personOf('蒋三')).not.toBe('');
  });

  it('an unused code and an assignment that nobody began go with the person', async () => {
    const batch = await school.bring('people', table(someone('L1', '沈一')));
    await school.commit(batch.id);
    const id = await personOf('沈一');
    const now = school.t.clock.now();
    await school.t.pg.execute(
      `insert into activation_code (person_id, purpose, code_hash, expires_at, created_at) values ($1, 'activate', '\\x01', $2, $2)`,
      [id, now],
    );
    const { id: assignment } = (await school.t.pg.one<{ id: string }>(
      `insert into assignment (organization_id, title, mode, required, opens_at, rules, created_at, updated_at)
       values ($1, 'T', 'live', true, $2, '{}', $2, $2) returning id`,
      [school.left.id, now],
    )) ?? { id: '' };
    const target = `insert into assignment_target (person_id, assignment_id, organization_id, assigned_at, span_from, version, reasons)
      values ($1, $2, $3, $4, $4, 1, '{}')`;
    await school.t.pg.execute(target, [id, assignment, school.left.id, now]);
    expect(await school.undo(batch.id)).toMatchObject({ state: 'undone' });
    expect(await school.count('assignment_target where person_id = $1', [id])).toBe(0);
  });

  it('only once, and by nobody else', async () => {
    const batch = await school.bring('people', table(someone('L1', '韩一')));
    const done = await school.commit(batch.id);
    const ask = { params: { importId: batch.id }, body: { revision: done.revision } };
    await expect(school.stranger.client.call(people.undoImport, ask)).rejects.toMatchObject({
      code: 'import_not_found',
    });
    await expect(
      school.administrator.client.call(people.undoImport, { ...ask, body: { revision: 1 } }),
    ).rejects.toMatchObject({ code: 'stale_revision' });
    await school.undo(batch.id);
    await expect(school.undo(batch.id)).rejects.toMatchObject({ code: 'import_wrong_state' });
  });
});
