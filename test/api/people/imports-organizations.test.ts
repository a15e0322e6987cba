import { people } from '@dangxiao/contracts';
import { ImportSchool } from './import-school.ts';
import { csv } from '../../support/tables.ts';

const head = ['组织名称', '组织编码', '组织类型', '上级组织编码'];
const table = (...rows: [string, string, string, string?][]) =>
  csv([head, ...rows.map((cells) => head.map((_, at) => cells[at] ?? ''))]);

describe('imports of organizations', () => {
  let school: ImportSchool;
  beforeAll(async () => {
    school = await ImportSchool.open();
  });
  afterAll(() => school.t.close());
  const tree = () =>
    school.t.pg.query<{ code: string; name: string; kind: string; parent: string | null; depth: number }>(
      `select o.code, o.name, o.kind, p.code as parent, nlevel(o.path) as depth from organization o left join organization p on p.id = o.parent_id
       where o.path <@ $1::ltree and o.closed_on is null order by o.code`,
      [school.left.path],
    );
  const versions = () =>
    school.t.pg.query(
      `select o.code, v.name, v.kind, p.code as parent, v.valid_from, v.valid_to from organization_version v
       join organization o on o.id = v.organization_id left join organization p on p.id = v.parent_id
       where v.superseded_at is null order by o.code, v.valid_from`,
    );

  it('creates, renames and moves in one batch whatever the order of the lines, and is undone', async () => {
    const [before, history] = [await tree(), await versions()];
    await school.t.make.person({ organization: school.left });
    await school.wait(1);
    const view = await school.bring(
      'organizations',
      table(
        ['新党小组', 'G1', '党小组', 'N2'],
        ['一支部(新)', 'L1', '党支部', 'N1'],
        ['L2支部', 'L2', '党支部'],
        ['新支部', 'N2', '党支部', 'N1'],
        ['新总支', 'N1', '党总支'],
      ),
    );
    expect(view).toMatchObject({ state: 'checked', counts: { create: 3, move: 1, update: 0, nothing: 1, wrong: 0 } });
    expect(await school.commit(view.id)).toMatchObject({ state: 'committed' });
    expect(await tree()).toMatchObject([
      { code: 'G1', name: '新党小组', parent: 'N2', depth: 5 },
      { code: 'L1', name: '一支部(新)', parent: 'N1', depth: 4 },
      { code: 'L2' },
      { code: 'LEFT' },
      { code: 'N1', kind: 'general_branch', parent: 'LEFT' },
      { code: 'N2', parent: 'N1' },
    ]);
    const found = await school.administrator.client.call(people.searchOrganizations, { query: { q: 'xdxz' } });
    expect(found.items).toMatchObject([{ code: 'G1' }]);
    expect(await school.undo(view.id)).toMatchObject({ state: 'undone' });
    expect(await tree()).toEqual(before);
    expect(await versions()).toEqual(history);
  });

  it('says what does not fit, and lets it be repaired', async () => {
    const view = await school.bring(
      'organizations',
      table(
        ['甲', 'A1', '党小组', 'LEFT'],
        ['乙', 'A2', '党支部', 'NOWHERE'],
        ['丙', 'R1', '党支部', 'LEFT'],
        ['丁', 'A3', '党委', 'A4'],
        ['戊', 'A4', '党委', 'A3'],
        ['己', 'A5', '支部委员会'],
        ['城关党委(新)', 'LEFT', '党委', 'L1'],
      ),
    );
    expect(await school.wrong(view.id)).toBe(
      '2 kind kind_not_allowed; 3 parentCode parent_not_found; 4 code code_taken; 5 parentCode cycle; 6 parentCode cycle; 7 kind kind_unknown; 8 parentCode move_refused',
    );
    const repair = (row: number, cells: Record<string, string>) =>
      school.administrator.client.call(people.repairImportRow, { params: { importId: view.id, row }, body: { cells } });
    await repair(2, { kind: '党支部' });
    await repair(3, { parentCode: 'LEFT' });
    await repair(4, { code: 'A6' });
    expect(await repair(5, { parentCode: '' })).toMatchObject({ problems: [] });
    await repair(7, { kind: 'branch' });
    expect(await repair(8, { parentCode: '' })).toMatchObject({ action: 'update' });
    expect(await school.commit(view.id)).toMatchObject({ state: 'committed', counts: { create: 6, update: 1 } });
    expect((await tree()).find(({ code }) => code === 'LEFT')?.name).toBe('城关党委(新)');
  });

  it('is not undone once people or other nodes stand in what it made', async () => {
    const view = await school.bring('organizations', table(['子', 'B1', '党支部'], ['丑', 'B2', '党支部']));
    await school.commit(view.id);
    const node = await school.t.pg.one<{ id: string; path: string }>(
      `select id, path::text as path from organization where code = 'B1'`,
    );
    await school.t.make.person({ organization: node ?? school.left, role: 'learner' });
    const blocked = await school.undo(view.id);
    expect(blocked).toMatchObject({ state: 'committed' });
    expect(blocked.blockers).toEqual(expect.arrayContaining([{ what: 'membership', count: 1, name: '子' }]));
    expect((await tree()).map(({ code }) => code)).toEqual(expect.arrayContaining(['B1', 'B2']));
  });

  it('a tree that was moved meanwhile makes it wait for another look', async () => {
    const view = await school.bring('organizations', table(['寅', 'C1', '党小组', 'L2']));
    const l2 = await school.t.pg.one<{ id: string; revision: number }>(
      `select id, revision from organization where code = 'L2'`,
    );
    await school.administrator.client.call(people.closeOrganization, {
      params: { organizationId: l2?.id ?? '' },
      body: { revision: l2?.revision ?? 0 },
    });
    expect(await school.commit(view.id)).toMatchObject({
      state: 'checked',
      failure: [{ code: 'changed_since_check' }],
    });
    expect(await school.wrong(view.id)).toBe('2 parentCode parent_closed');
  });
});
