import {
  readOrganizationRow,
  readPersonRow,
  type CellProblem,
  type ImportCells,
  type ImportKind,
} from '@dangxiao/domain';
import type { Secrets } from '../../config/secrets.ts';
import type { Sql } from '../../database/sql.ts';
import { personInitials, textInitials, type PersonalNumbers, type SealedNumber } from '../people/index.ts';
import type { TableRow } from './reading/table.ts';

const CELLS = 'import.row';
const NONE: SealedNumber = { cipher: null, hash: null, last4: null };

/** A line of the file as it is kept: readable only where it may be. */
export interface Staged {
  row: number;
  cells: Buffer;
  name: string | null;
  initials: string | null;
  code: string | null;
  kind: string | null;
  position: string | null;
  parentCode: string | null;
  since: string | null;
  exemptKind: string | null;
  exemptReason: string | null;
  employerCode: string | null;
  phone: SealedNumber;
  identity: SealedNumber;
  problems: CellProblem[];
}

interface Means {
  secrets: Secrets;
  numbers: PersonalNumbers;
  today: string;
}

/** Reads and seals one line. */
export function staged(kind: ImportKind, { row, cells }: TableRow, { secrets, numbers, today }: Means): Staged {
  const sealed = secrets.encrypt(JSON.stringify(cells), CELLS);
  const none = { position: null, parentCode: null, since: null, exemptKind: null, exemptReason: null };
  if (kind === 'organizations') {
    const { row: read, problems } = readOrganizationRow(cells);
    const initials = read.name === null ? null : textInitials(read.name);
    return { ...none, row, cells: sealed, ...read, initials, phone: NONE, identity: NONE, problems };
  }
  const { row: read, problems } = readPersonRow(cells, today);
  const { name, organizationCode: code, phone, identityNumber, ...rest } = read;
  return {
    ...none,
    ...rest,
    row,
    cells: sealed,
    name,
    initials: name === null ? null : personInitials(name),
    code,
    phone: numbers.sealPhone(phone),
    identity: numbers.sealIdentity(identityNumber),
    problems,
  };
}

/** What the line says. */
export const openCells = (secrets: Secrets, cells: Buffer) => JSON.parse(secrets.decrypt(cells, CELLS)) as ImportCells;

const columns: readonly (readonly [string, string, (row: Staged) => unknown])[] = [
  ['row', 'int', (row) => row.row],
  ['cells', 'bytea', (row) => row.cells],
  ['name', 'text', (row) => row.name],
  ['initials', 'text', (row) => row.initials],
  ['code', 'text', (row) => row.code],
  ['kind', 'text', (row) => row.kind],
  ['position', 'text', (row) => row.position],
  ['parent_code', 'text', (row) => row.parentCode],
  ['since', 'date', (row) => row.since],
  ['exempt_kind', 'text', (row) => row.exemptKind],
  ['exempt_reason', 'text', (row) => row.exemptReason],
  ['employer_code', 'text', (row) => row.employerCode],
  ['phone_cipher', 'bytea', (row) => row.phone.cipher],
  ['phone_hash', 'bytea', (row) => row.phone.hash],
  ['phone_last4', 'text', (row) => row.phone.last4],
  ['identity_cipher', 'bytea', (row) => row.identity.cipher],
  ['identity_hash', 'bytea', (row) => row.identity.hash],
  ['identity_last4', 'text', (row) => row.identity.last4],
  ['cell_problems', 'jsonb', (row) => JSON.stringify(row.problems)],
];
const names = columns.map(([name]) => name);
const insert = `
  insert into import_row (batch_id, ${names.join(', ')})
  select $1, * from unnest(${columns.map(([, type], at) => `$${at + 2}::${type}[]`).join(', ')})
  on conflict (batch_id, row)`;

/** Writes lines; the same line twice (a worker that was taken for dead) is written once. */
export async function writeRows(sql: Sql, batchId: string, rows: readonly Staged[]): Promise<void> {
  await sql.execute(`${insert} do nothing`, [batchId, ...columns.map(([, , value]) => rows.map(value))]);
}

/** Replaces a line that was repaired. */
export async function rewriteRow(sql: Sql, batchId: string, row: Staged): Promise<void> {
  const set = names.slice(1).map((name) => `${name} = excluded.${name}`);
  await sql.execute(`${insert} do update set ${set.join(', ')}`, [
    batchId,
    ...columns.map(([, , value]) => [value(row)]),
  ]);
}
