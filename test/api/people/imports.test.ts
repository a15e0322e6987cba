import { notices, people } from '@dangxiao/contracts';
import { SweepImports } from '../../../apps/api/src/modules/imports/sweep-imports.ts';
import { CallError } from '../../support/client.ts';
import { ImportSchool } from './import-school.ts';
import { csv, identityNumber, phone, xlsx } from '../../support/tables.ts';

const head = ['姓名', '组织编码', '人员类别', '职务', '手机号', '身份证号', '加入日期', '豁免类别', '豁免原因'];
type Cells = [
  name: string,
  code: string,
  kind: string,
  position?: string,
  phone?: string,
  identity?: string,
  since?: string,
  exempt?: string,
  reason?: string,
];
const table = (...rows: Cells[]) => csv([head, ...rows.map((cells) => head.map((_, at) => cells[at] ?? ''))]);
let number = 1;
const someone = (code: string, name = '张三'): Cells => [
  name,
  code,
  '正式党员',
  '',
  phone((number += 1)),
  identityNumber(number),
];

describe('imports of people', () => {
  let school: ImportSchool;
  beforeAll(async () => {
    school = await ImportSchool.open();
  });
  afterAll(() => school.t.close());
  const asAdministrator = () => school.administrator.client;
  const told = async (importId: string) => {
    const { items } = await asAdministrator().call(notices.listMine, {});
    return items.filter(({ params }) => params.importId === importId).map(({ code }) => code);
  };
  const known = (name: string) =>
    school.t.pg.query<{ organization: string; kind: string; position: string; last4: string | null; exempt: boolean }>(
      `select o.code as organization, p.current_kind as kind, p.current_position as position, p.phone_last4 as last4, p.exempt
       from person p join organization o on o.id = p.current_organization_id where p.name = $1 order by p.id`,
      [name],
    );

  it('a dry run changes nothing; then everything is there at once, encrypted, with one audit entry', async () => {
    const rows = [
      someone('L1', '赵一'),
      ['钱二', 'L2', '预备党员', '支部书记', phone(777), '', '2024-07-01', '年老', '八十岁'] as Cells,
    ];
    const view = await school.bring(
      'people',
      await xlsx([head, ...rows.map((cells) => cells.map((cell) => cell ?? ''))]),
    );
    expect(view).toMatchObject({
      state: 'checked',
      counts: { rows: 2, create: 2, wrong: 0 },
      progress: null,
      problems: [],
    });
    expect(await known('赵一')).toEqual([]);
    const done = await school.commit(view.id);
    expect(await told(view.id)).toEqual(['import.done']);
    expect(done).toMatchObject({ state: 'committed', undoable: true, failure: null });
    expect(await known('钱二')).toEqual([
      { organization: 'L2', kind: 'probationary_member', position: 'branch_secretary', last4: '0777', exempt: true },
    ]);
    const person = await asAdministrator().call(people.listPeople, { query: { q: phone(777) } });
    expect(person.items).toMatchObject([{ name: '钱二', account: 'none' }]);
    const detail = await asAdministrator().call(people.getPerson, { params: { personId: person.items[0]?.id ?? '' } });
    expect(detail).toMatchObject({ memberships: [{ validFrom: '2024-07-01' }], exemptions: [{ kind: 'aged' }] });
    const events = await school.t.pg.query(
      `select action, object_name, after from audit_event where action like '%Import'`,
    );
    expect(events).toMatchObject([{ action: 'people.commitImport', object_name: 'table.xlsx', after: { create: 2 } }]);
    expect(await school.count('organization where code = $1 and member_count = 1', ['L2'])).toBe(1);
  });

  it('updates, moves or leaves whom it finds by number; an empty cell changes nothing', async () => {
    const [stays, changes, moves] = [someone('L1', '孙三'), someone('L1', '孙四'), someone('L1', '孙五')];
    await school.commit((await school.bring('people', table(stays, changes, moves))).id);
    const again = await school.bring(
      'people',
      table(
        stays,
        ['孙四', 'L1', '正式党员', '支部委员', phone(888), changes[5]],
        ['孙五', 'L2', '预备党员', '', moves[4], ''],
      ),
    );
    expect(again.counts).toMatchObject({ nothing: 1, update: 1, move: 1, create: 0, wrong: 0 });
    await school.commit(again.id);
    expect(await known('孙四')).toMatchObject([{ position: 'branch_committee_member', last4: '0888' }]);
    expect(await known('孙五')).toMatchObject([
      { organization: 'L2', kind: 'probationary_member', last4: moves[4]?.slice(-4) },
    ]);
    expect(
      await school.count(
        `membership m join person p on p.id = m.person_id where p.name = '孙五' and superseded_at is null`,
      ),
    ).toBe(1);
  });

  it('says row by row and cell by cell what is wrong', async () => {
    await school.commit((await school.bring('people', table(someone('L1', '周在册')))).id);
    const taken = await known('周在册');
    const inLeft = await school.t.make.person({ organization: school.left, name: '周无号' });
    await school.t.pg.execute(`update person set initials = 'zwh' where id = $1`, [inLeft.personId]);
    const double = someone('L1', '周七');
    const view = await school.bring(
      'people',
      table(
        ['', 'L1', '团员', '院长', '123', '456', '2099-01-01'],
        double,
        ['周八', 'L1', '正式党员', '', double[4], double[5]],
        ['周九', 'R1', '正式党员'],
        ['周十', 'NONE', '正式党员'],
        ['别人', 'L1', '正式党员', '', phone(number - 1)],
        ['周无号', 'LEFT', '正式党员'],
        ['周同', 'L1', '正式党员'],
        ['周同', 'L1', '正式党员'],
      ),
    );
    expect(taken).toHaveLength(1);
    expect((await school.wrong(view.id)).split('; ')).toEqual([
      '2 name required',
      '2 kind kind_unknown',
      '2 position position_unknown',
      '2 phone phone_invalid',
      '2 identityNumber identity_invalid',
      '2 since day_in_future',
      '4 phone phone_repeated',
      '4 identityNumber identity_repeated',
      '5 organizationCode organization_not_found',
      '6 organizationCode organization_not_found',
      '7 name name_differs',
      '8 name same_name',
      '9 name name_repeated',
      '10 name name_repeated',
    ]);
    expect(view.counts).toMatchObject({ rows: 9, wrong: 8, create: 1 });
    await expect(school.commit(view.id)).rejects.toMatchObject({ code: 'import_has_problems' });
    expect(view.problems.find(({ code }) => code === 'organization_not_found')).toMatchObject({ count: 2 });
    const only = await school.rows(view.id, { problem: 'organization_not_found' });
    expect(only.map(({ row }) => row)).toEqual([5, 6]);
    const masked = (await school.rows(view.id)).find(({ row }) => row === 3)?.cells;
    expect([masked?.phone, masked?.identityNumber]).toEqual([
      `•••• ${double[4]?.slice(-4)}`,
      `•••• ${double[5]?.slice(-4)}`,
    ]);
  });

  it('is repaired in place: the row and those that clash with it are checked again', async () => {
    const [one, two] = [someone('L1', '吴一'), someone('L1', '吴二')];
    const view = await school.bring(
      'people',
      table(one, ['吴二', 'L1', '正式党员', '', one[4], two[5]], ['吴三', '?', '正式党员'], ['', '', '']),
    );
    expect(await school.wrong(view.id)).toBe('3 phone phone_repeated; 4 organizationCode organization_not_found');
    const repair = (row: number, body: { cells?: Record<string, string>; skipped?: boolean }) =>
      asAdministrator().call(people.repairImportRow, { params: { importId: view.id, row }, body });
    expect(await repair(2, { cells: { phone: phone(4711) } })).toMatchObject({ action: 'create', problems: [] });
    expect(await school.wrong(view.id)).toBe('4 organizationCode organization_not_found');
    expect(await repair(4, { skipped: true })).toMatchObject({ skipped: true, action: null, problems: [] });
    expect(await repair(4, { skipped: false })).toMatchObject({ problems: [{ code: 'organization_not_found' }] });
    await repair(4, { skipped: true });
    expect((await school.see(view.id)).counts).toMatchObject({ rows: 3, skipped: 1, create: 2, wrong: 0 });
    await expect(repair(2, { cells: { code: 'x' } as never })).rejects.toMatchObject({
      code: 'validation_failed',
      fields: [{ path: 'cells.code' }],
    });
    await expect(repair(99, {})).rejects.toMatchObject({ code: 'import_not_found' });
    await school.commit(view.id);
    expect(await known('吴三')).toEqual([]);
    await expect(repair(2, { cells: {} })).rejects.toMatchObject({ code: 'import_wrong_state' });
  });

  it('nobody elsewhere in the school is touched, seen or told of by name', async () => {
    const elsewhere = someone('R1', '郑右');
    const theirs = await school.bring('people', table(elsewhere), {
      client: school.stranger.client,
      organization: school.right,
    });
    const { revision } = theirs;
    await school.stranger.client.call(people.commitImport, { params: { importId: theirs.id }, body: { revision } });
    await school.work(theirs.id);
    const mine = await school.bring('people', table(['郑左', 'L1', '正式党员', '', elsewhere[4]]));
    expect(await school.wrong(mine.id)).toBe('2 phone person_elsewhere');
    expect(JSON.stringify(await school.rows(mine.id))).not.toContain('郑右');
    const { items } = await asAdministrator().call(people.listImports, { query: {} });
    expect(items.map(({ id }) => id)).not.toContain(theirs.id);
    await expect(school.see(theirs.id)).rejects.toMatchObject({ code: 'import_not_found' });
    const begin = school.begin('people', table(elsewhere), { organization: school.right });
    await expect(begin).rejects.toMatchObject({ code: 'organization_not_found' });
    // narrower than what the administrator may: the place of the import counts
    const branch = await school.t.pg.one<{ id: string; path: string }>(
      `select id, path::text as path from organization where code = 'L1'`,
    );
    const narrow = await school.bring('people', table(someone('L2')), { organization: branch ?? school.left });
    expect(await school.wrong(narrow.id)).toBe('2 organizationCode organization_not_found');
  });

  it('no personal number is stored readable, whatever column it was put in', async () => {
    const secret = phone(90_909_090);
    const view = await school.bring('people', table([secret, 'L1', '正式党员', '', `${secret}0`]));
    expect(await school.wrong(view.id)).toBe('2 name misplaced_number; 2 phone phone_invalid');
    const [stored] = await school.t.pg.query<{ text: string }>(
      'select r::text as text from import_row r where batch_id = $1',
      [view.id],
    );
    expect(stored?.text).not.toContain(secret);
    expect(stored?.text).not.toContain(Buffer.from(secret).toString('hex'));
    expect(JSON.stringify(await school.rows(view.id))).not.toContain(secret);
  });

  it('a file that cannot be read is refused as a whole and can be forgotten', async () => {
    const view = await school.bring('people', csv([['姓名', '备注']]), { name: 'wrong.csv' });
    expect(view).toMatchObject({
      state: 'rejected',
      fileName: 'wrong.csv',
      counts: null,
      failure: [{ code: 'header_missing' }],
    });
    await asAdministrator().call(people.discardImport, { params: { importId: view.id } });
    expect(await school.see(view.id)).toMatchObject({ state: 'discarded', rowsDropped: true });
    await expect(school.commit(view.id)).rejects.toMatchObject({ code: 'import_wrong_state' });
  });

  it('two batches with the same people: the second finds them, says so, and imports after another look', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => someone(at % 2 ? 'L1' : 'L2', `冯${at}`));
    const [first, second] = [
      await school.bring('people', table(...rows)),
      await school.bring('people', table(...[...rows].reverse())),
    ];
    for (const { id, revision } of [first, second])
      await asAdministrator().call(people.commitImport, { params: { importId: id }, body: { revision } });
    await Promise.all([school.work(first.id), school.work(second.id)]);
    const states = [await school.see(first.id), await school.see(second.id)].sort((a, b) =>
      a.state > b.state ? -1 : 1,
    );
    expect(states).toMatchObject([
      { state: 'committed', counts: { create: 40 } },
      { state: 'checked', counts: { create: 0, nothing: 40 }, failure: [{ code: 'changed_since_check' }] },
    ]);
    expect(await school.count(`person where name like '冯%'`)).toBe(40);
    expect(await school.commit(states[1]?.id ?? '')).toMatchObject({ state: 'committed' });
    expect(await school.count(`person where name like '冯%'`)).toBe(40);
  });

  it('what changed between check and import is not overwritten: everything waits for another look', async () => {
    const rows = [someone('L1', '陈一'), someone('L1', '陈二')];
    const view = await school.bring('people', table(...rows));
    await asAdministrator().call(people.createPerson, {
      body: { organizationId: school.left.id, name: '陈某', kind: 'full_member', phone: rows[1]?.[4] ?? null },
    });
    const after = await school.commit(view.id);
    expect(after).toMatchObject({ state: 'checked', failure: [{ code: 'changed_since_check' }], counts: { wrong: 1 } });
    expect(await known('陈一')).toEqual([]);
    const stale = asAdministrator().call(people.commitImport, {
      params: { importId: view.id },
      body: { revision: view.revision },
    });
    await expect(stale).rejects.toBeInstanceOf(CallError);
    expect(await told(view.id)).toEqual(['import.failed']);
  });

  it('old rows are dropped by night, and what was imported stays', async () => {
    const kept = await school.bring('people', table(someone('L1', '褚一')));
    await school.commit(kept.id);
    const open = await school.bring('people', table(someone('L1', '褚二')));
    await school.t.pg.execute(
      `update import_batch set changed_at = changed_at - interval '31 days' where id = any($1::uuid[])`,
      [[kept.id, open.id]],
    );
    await school.t.get(SweepImports).run();
    expect(await school.count('import_row where batch_id = any($1::uuid[])', [[kept.id, open.id]])).toBe(0);
    expect(await school.see(kept.id)).toMatchObject({ state: 'committed', undoable: false, rowsDropped: true });
    expect(await school.see(open.id)).toMatchObject({ state: 'discarded' });
    await expect(school.undo(kept.id)).rejects.toMatchObject({ code: 'import_too_old' });
    expect(await known('褚一')).toHaveLength(1);
  });
});
