import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideOrganizations, parentsFirst, type ImportNode, type OrganizationRowIn } from './import-organizations.ts';
import { kindsBelow, type OrganizationKind } from '../people/organizations.ts';

const node = (code: string, parentId: string | null, kind: OrganizationKind, closed = false): ImportNode => ({
  id: `id-${code}`,
  parentId,
  name: code,
  code,
  kind,
  closed,
  employerId: null,
});
const base = node('R', 'above', 'committee');
const nodes = [
  base,
  node('C', 'id-R', 'committee'),
  node('B', 'id-C', 'branch'),
  node('G', 'id-B', 'party_group'),
  node('X', 'id-R', 'branch', true),
];
const place = { baseId: base.id, above: { code: 'TOP', kind: 'committee' as const }, taken: new Set(['ELSE']) };
const row = (
  code: string,
  kind: OrganizationKind,
  parentCode: string | null = null,
  number = 2,
): OrganizationRowIn => ({
  row: number,
  id: `new-${code}`,
  name: code,
  code,
  kind,
  parentCode,
  employerCode: null,
  employerId: null,
});
const decide = (...rows: OrganizationRowIn[]) => decideOrganizations(rows, nodes, place);
const codes = (...rows: OrganizationRowIn[]) => decide(...rows).flatMap((one) => one.problems.map(({ code }) => code));

describe('a table of organizations', () => {
  it('creates, renames, moves or changes nothing', () => {
    const rows = [
      row('N', 'branch', 'C', 2),
      { ...row('B', 'branch', 'C', 3), name: '新名' },
      row('G', 'party_group', 'N', 4),
      row('C', 'committee', 'R', 5),
      row('M', 'committee', null, 6),
    ];
    expect(decide(...rows)).toEqual([
      { row: 2, action: 'create', organizationId: 'new-N', parentId: 'id-C', problems: [] },
      { row: 3, action: 'update', organizationId: 'id-B', parentId: 'id-C', problems: [] },
      { row: 4, action: 'move', organizationId: 'id-G', parentId: 'new-N', problems: [] },
      { row: 5, action: 'nothing', organizationId: 'id-C', parentId: 'id-R', problems: [] },
      { row: 6, action: 'create', organizationId: 'new-M', parentId: 'id-R', problems: [] },
    ]);
  });

  it.each([
    ['a code twice', [row('N', 'branch', 'C'), row('N', 'branch', 'C', 3)], ['code_repeated']],
    ['a code of another organization', [row('ELSE', 'branch', 'C')], ['code_taken']],
    ['a closed organization', [row('X', 'branch', 'R')], ['organization_closed']],
    ['an unknown parent', [row('N', 'branch', '?')], ['parent_not_found']],
    ['a closed parent', [row('N', 'party_group', 'X')], ['parent_closed']],
    ['a kind that does not fit', [row('N', 'branch', 'B')], ['kind_not_allowed']],
    ['a kind that the children do not fit', [row('B', 'general_branch', 'C')], ['children_not_allowed']],
    ['the place itself moved', [row('R', 'committee', 'C')], ['move_refused']],
    ['an unknown employer', [{ ...row('N', 'branch', 'C'), employerCode: '?' }], ['employer_not_found']],
    ['a circle', [row('C', 'committee', 'N'), row('N', 'committee', 'C')], ['cycle', 'cycle']],
    ['a node below its own child', [row('B', 'branch', 'G')], ['kind_not_allowed', 'cycle']],
  ])('refuses %s', (_name, rows, expected) => expect(codes(...rows)).toEqual(expected));

  it('counts an organization to another employer', () => {
    const named = { ...row('B', 'branch', 'C'), employerCode: 'U', employerId: 'id-U' };
    expect(decide(named)).toMatchObject([{ action: 'update', problems: [] }]);
  });

  it('lets the place itself be renamed', () => {
    expect(decide({ ...row('R', 'committee', 'TOP'), name: '新名' })).toMatchObject([
      { action: 'update', problems: [] },
    ]);
  });

  it('asks the tree as it will be: a parent may change its kind in the same table', () => {
    expect(codes(row('B', 'general_branch', 'C'), row('G', 'branch', 'B', 3))).toEqual([]);
  });
});

it('any accepted table leaves a tree in which every kind fits and everything hangs below the place', () => {
  const kinds = fc.constantFrom<OrganizationKind>('committee', 'general_branch', 'branch', 'party_group');
  const code = fc.constantFrom('R', 'C', 'B', 'G', 'N1', 'N2', 'N3');
  const rows = fc.array(fc.tuple(code, kinds, fc.option(code)), { maxLength: 7 });
  fc.assert(
    fc.property(rows, (list) => {
      const table = list.map(([one, kind, parent], at) => row(one, kind, parent, at + 2));
      const decided = decideOrganizations(table, nodes, place);
      if (decided.some((one) => one.problems.length > 0)) return;
      const tree = new Map(nodes.map((one) => [one.id, { kind: one.kind, parentId: one.parentId }]));
      for (const [at, one] of decided.entries())
        tree.set(one.organizationId, { kind: table[at]?.kind ?? 'branch', parentId: one.parentId });
      for (const [id, { kind, parentId }] of tree) {
        if (id === base.id || id === 'id-X') continue;
        expect(kindsBelow(tree.get(parentId ?? '')?.kind ?? null)).toContain(kind);
        let at: string | null = id;
        for (let steps = 0; at !== base.id; steps += 1) {
          expect(steps).toBeLessThan(20);
          at = tree.get(at ?? '')?.parentId ?? null;
        }
      }
      const order = parentsFirst(decided).flat();
      for (const [at, one] of order.entries())
        expect(order.slice(at + 1).map(({ organizationId }) => organizationId)).not.toContain(one.parentId);
    }),
  );
});
