import type { CellProblem } from './import-cells.ts';
import { kindsBelow, type OrganizationKind } from '../people/organizations.ts';

export type ImportAction = 'create' | 'update' | 'move' | 'nothing';

export type OrganizationCode =
  | 'code_repeated'
  | 'code_taken'
  | 'organization_closed'
  | 'parent_not_found'
  | 'parent_closed'
  | 'kind_not_allowed'
  | 'children_not_allowed'
  | 'move_refused'
  | 'cycle'
  | 'employer_not_found';

/** A row whose cells could be read; what could not be is null. */
export interface OrganizationRowIn {
  row: number;
  /** The id that the organization gets if the row makes one. */
  id: string;
  name: string | null;
  code: string | null;
  kind: OrganizationKind | null;
  parentCode: string | null;
  /** The employer that the row names, and the id of that employer; null where it names none, or where there is none of that code. */
  employerCode: string | null;
  employerId: string | null;
}

/** An organization that exists below the place of the import, or that place itself. */
export interface ImportNode {
  id: string;
  parentId: string | null;
  name: string;
  code: string;
  kind: OrganizationKind;
  closed: boolean;
  employerId: string | null;
}

export interface Place {
  /** Everything happens at or below this node. */
  baseId: string;
  /** What stands above it, out of reach; null for the school's root. */
  above: { code: string; kind: OrganizationKind } | null;
  /** Codes of the file that organizations elsewhere have. */
  taken: ReadonlySet<string>;
}

export interface Decided {
  row: number;
  action: ImportAction;
  organizationId: string;
  parentId: string | null;
  problems: CellProblem<OrganizationCode>[];
}

/**
 * What a table of organizations would do. The table is one whole: parents may stand anywhere in it, and whether kinds fit and nothing goes in
 * circles is asked of the tree as it will be.
 */
export function decideOrganizations(
  rows: readonly OrganizationRowIn[],
  nodes: readonly ImportNode[],
  place: Place,
): Decided[] {
  const existing = new Map(nodes.map((node) => [node.code, node]));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const firstRow = new Map<string, OrganizationRowIn>();
  for (const row of rows) if (row.code !== null && !firstRow.has(row.code)) firstRow.set(row.code, row);
  const idOf = (code: string) => existing.get(code)?.id ?? firstRow.get(code)?.id ?? null;

  const finalParent = new Map(nodes.map((node) => [node.id, node.parentId]));
  const finalKind = new Map<string, OrganizationKind | null>(nodes.map((node) => [node.id, node.kind]));
  const decided = rows.map((row): Decided => {
    const node = row.code === null ? undefined : existing.get(row.code);
    const problems: Decided['problems'] = [];
    const organizationId = node?.id ?? row.id;
    let parentId = node ? node.parentId : place.baseId;
    const first = row.code === null ? row : firstRow.get(row.code);
    if (first && first !== row) problems.push({ column: 'code', code: 'code_repeated', params: { row: first.row } });
    if (row.code !== null && place.taken.has(row.code)) problems.push({ column: 'code', code: 'code_taken' });
    if (node?.closed) problems.push({ column: 'code', code: 'organization_closed' });
    if (row.parentCode !== null && organizationId === place.baseId) {
      if (row.parentCode !== place.above?.code) problems.push({ column: 'parentCode', code: 'move_refused' });
    } else if (row.parentCode !== null) {
      const wanted = idOf(row.parentCode);
      if (wanted === null) problems.push({ column: 'parentCode', code: 'parent_not_found' });
      else if (byId.get(wanted)?.closed) problems.push({ column: 'parentCode', code: 'parent_closed' });
      else parentId = wanted;
    }
    if (first === row) {
      finalParent.set(organizationId, parentId);
      finalKind.set(organizationId, row.kind ?? node?.kind ?? null);
    }
    return { row: row.row, action: 'nothing', organizationId, parentId, problems };
  });

  const childrenOf = new Map<string, ImportNode[]>();
  const named = new Set(decided.map(({ organizationId }) => organizationId));
  for (const node of nodes) {
    if (node.closed || node.parentId === null || named.has(node.id)) continue;
    childrenOf.set(node.parentId, [...(childrenOf.get(node.parentId) ?? []), node]);
  }
  for (const [at, one] of decided.entries()) {
    const row = rows[at];
    if (!row) continue;
    const node = byId.get(one.organizationId);
    const above = one.organizationId === place.baseId ? (place.above?.kind ?? null) : finalKind.get(one.parentId ?? '');
    const placed = !one.problems.some(({ column }) => column === 'parentCode');
    if (row.kind && placed && above !== undefined && !fits(above, row.kind))
      one.problems.push({
        column: 'kind',
        code: 'kind_not_allowed',
        params: { kind: row.kind, parentKind: above ?? '' },
      });
    const kind = row.kind;
    if (kind && node && kind !== node.kind && childrenOf.get(node.id)?.some((child) => !fits(kind, child.kind)))
      one.problems.push({ column: 'kind', code: 'children_not_allowed', params: { kind } });
    if (row.employerCode !== null && row.employerId === null)
      one.problems.push({ column: 'employerCode', code: 'employer_not_found' });
    if (inCircle(one.organizationId, finalParent)) one.problems.push({ column: 'parentCode', code: 'cycle' });
    one.action = actionOf(row, node, one.parentId);
  }
  return decided;
}

const fits = (above: OrganizationKind | null, kind: OrganizationKind) => kindsBelow(above).includes(kind);

/** Does the way up from a node come back to it? */
function inCircle(id: string, parentOf: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>();
  for (let at = parentOf.get(id); at && !seen.has(at); at = parentOf.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

function actionOf(row: OrganizationRowIn, node: ImportNode | undefined, parentId: string | null): ImportAction {
  if (!node) return 'create';
  if (parentId !== node.parentId) return 'move';
  const same =
    (row.name ?? node.name) === node.name &&
    (row.kind ?? node.kind) === node.kind &&
    (row.employerId ?? node.employerId) === node.employerId;
  return same ? 'nothing' : 'update';
}

/** Rows in an order in which each finds what is above it already in its place. */
export function parentsFirst<Row extends { organizationId: string; parentId: string | null }>(
  rows: readonly Row[],
): Row[][] {
  const byId = new Map(rows.map((row) => [row.organizationId, row]));
  const depths = new Map<string, number>();
  const depthOf = (row: Row): number => {
    const way: Row[] = [];
    let at: Row | undefined = row;
    while (at && !depths.has(at.organizationId)) {
      way.push(at);
      at = at.parentId === null ? undefined : byId.get(at.parentId);
    }
    let depth = at ? (depths.get(at.organizationId) ?? 0) : -1;
    for (const one of way.reverse()) depths.set(one.organizationId, (depth += 1));
    return depths.get(row.organizationId) ?? 0;
  };
  const levels: Row[][] = [];
  for (const row of rows) (levels[depthOf(row)] ??= []).push(row);
  return levels;
}
