import { isValidIdentityNumber, normalisePhone } from '../people/identifiers.ts';
import type { ImportColumn } from './import-columns.ts';
import type { OrganizationKind } from '../people/organizations.ts';
import type { PersonKind, Position } from '../credits/requirements.ts';

export type CellCode =
  | 'required'
  | 'too_long'
  | 'kind_unknown'
  | 'position_unknown'
  | 'exempt_unknown'
  | 'exempt_reason_missing'
  | 'phone_invalid'
  | 'identity_invalid'
  | 'digits_lost'
  | 'day_invalid'
  | 'day_in_future'
  | 'misplaced_number';

/** What is wrong with one cell, worded by the console. */
export interface CellProblem<Code extends string = CellCode> {
  column: ImportColumn;
  code: Code;
  params?: Record<string, string | number>;
}

/** The cells of a row by column; what is absent is empty. */
export type ImportCells = Partial<Record<ImportColumn, string>>;

export type ExemptKind = 'aged' | 'ill' | 'disabled';

export interface PersonRow {
  name: string | null;
  organizationCode: string | null;
  kind: PersonKind | null;
  /** Null when the cell is empty: an existing person's stays as it is. */
  position: Position | null;
  phone: string | null;
  identityNumber: string | null;
  since: string | null;
  exemptKind: ExemptKind | null;
  exemptReason: string | null;
  employerCode: string | null;
}

export interface OrganizationRow {
  name: string | null;
  code: string | null;
  kind: OrganizationKind | null;
  parentCode: string | null;
  employerCode: string | null;
}

interface Read<Row> {
  row: Row;
  problems: CellProblem[];
}

const ORGANIZATION_LABELS: Record<OrganizationKind, readonly string[]> = {
  committee: ['党委', '委员会', 'committee'],
  general_branch: ['党总支', '总支', '总支部', 'general branch'],
  branch: ['党支部', '支部', 'branch'],
  party_group: ['党小组', '小组', 'party group'],
};
const PERSON_LABELS: Record<PersonKind, readonly string[]> = {
  applicant_activist: ['入党积极分子', '积极分子', 'applicant activist'],
  development_candidate: ['发展对象', 'development candidate'],
  probationary_member: ['预备党员', '中共预备党员', 'probationary member'],
  full_member: ['正式党员', '党员', '中共党员', 'full member'],
  non_member: ['群众学员', '群众', 'learner, not a member', 'non-member'],
};
const POSITION_LABELS: Record<Position, readonly string[]> = {
  none: ['无', 'none'],
  branch_secretary: ['支部书记', '党支部书记', 'branch secretary'],
  branch_committee_member: ['支部委员', '支委', '党支部委员', 'branch committee member'],
  party_affairs_worker: ['党务工作者', 'party-affairs worker'],
  section_cadre: ['科级干部', 'section-level cadre'],
};
const EXEMPT_LABELS: Record<ExemptKind, readonly string[]> = {
  aged: ['年老', '高龄', 'aged'],
  ill: ['患病', '因病', 'ill'],
  disabled: ['残疾', '伤残', 'disabled'],
};

/** The words that a cell may say: the first is the Chinese template's, the last the English one's. */
export const IMPORT_LABELS = {
  organizationKind: ORGANIZATION_LABELS,
  personKind: PERSON_LABELS,
  position: POSITION_LABELS,
  exemptKind: EXEMPT_LABELS,
} as const;

const clean = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

type Labels<Key extends string> = ReadonlyMap<string, Key>;

/** The words of a table in the form in which cells are compared. */
function labelsOf<Key extends string>(table: Record<Key, readonly string[]>): Labels<Key> {
  const keys = Object.keys(table) as Key[];
  return new Map(
    keys.flatMap((key) =>
      [key, ...table[key].map((one) => clean(one).toLowerCase())].map((one) => [one, key] as const),
    ),
  );
}

const organizationKinds = labelsOf(ORGANIZATION_LABELS);
const personKinds = labelsOf(PERSON_LABELS);
const positions = labelsOf(POSITION_LABELS);
const exemptKinds = labelsOf(EXEMPT_LABELS);

/** A number as a table program may have written it: 1.3812345678E10 is 13812345678 as long as no digit was lost. */
export function plainNumber(text: string): { text: string; lost: boolean } {
  const cleaned = clean(text);
  if (!/^\d+(?:\.\d+)?[eE]\+?\d+$/.test(cleaned)) return { text: cleaned.replace(/\.0+$/, ''), lost: false };
  const value = Number(cleaned);
  return Number.isSafeInteger(value) ? { text: String(value), lost: false } : { text: cleaned, lost: true };
}

const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** A calendar day from 2026-03-01, 2026/3/1, 2026.3.1, 20260301, 2026年3月1日 or a table program's day number; null when it is none. */
export function readDay(text: string): string | null {
  const cleaned = clean(text).replace(/[T ]\d{1,2}:\d{2}.*$/, '');
  if (/^\d{5}(?:\.\d+)?$/.test(cleaned)) {
    const day = new Date(EXCEL_EPOCH + Math.floor(Number(cleaned)) * DAY_MS);
    return day.toISOString().slice(0, 10);
  }
  const match =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(cleaned) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(cleaned) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/.exec(cleaned);
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}

/** No personal number is shorter than a phone's. */
const SHORTEST_NUMBER = 11;

/** A personal number in a (cleaned) cell that is stored readable. */
const isPersonal = (cleaned: string) =>
  cleaned.length >= SHORTEST_NUMBER && (isValidIdentityNumber(cleaned) || normalisePhone(cleaned) !== null);

/** Reads the cells of one row and collects what is wrong with them. */
class Reader {
  readonly problems: CellProblem[] = [];

  private readonly cells: ImportCells;

  constructor(cells: ImportCells) {
    this.cells = cells;
  }

  add(column: ImportColumn, code: CellCode, params?: CellProblem['params']): null {
    this.problems.push(params ? { column, code, params } : { column, code });
    return null;
  }

  raw(column: ImportColumn): string {
    return (this.cells[column] ?? '').trim();
  }

  text(column: ImportColumn, maximum: number, needed: boolean): string | null {
    const text = clean(this.raw(column));
    if (text === '') return needed ? this.add(column, 'required') : null;
    if (isPersonal(text)) return this.add(column, 'misplaced_number');
    if ([...text].length > maximum) return this.add(column, 'too_long', { maximum });
    return text;
  }

  choice<Key extends string>(column: ImportColumn, words: Labels<Key>, unknown: CellCode, needed: boolean): Key | null {
    const text = clean(this.raw(column));
    if (text === '') return needed ? this.add(column, 'required') : null;
    if (isPersonal(text)) return this.add(column, 'misplaced_number');
    return words.get(text.toLowerCase()) ?? this.add(column, unknown);
  }

  number(column: 'phone' | 'identityNumber'): string | null {
    const raw = this.raw(column);
    if (raw === '') return null;
    const { text, lost } = plainNumber(raw);
    const phone = column === 'phone' ? normalisePhone(text) : null;
    if (phone) return phone;
    if (column === 'identityNumber' && isValidIdentityNumber(text)) return text.toUpperCase();
    // A table program keeps 15 digits of a number; the last three of an identity number are zeros then.
    if (lost || (column === 'identityNumber' && /^\d{15}000$/.test(text))) return this.add(column, 'digits_lost');
    const places = { length: [...text].length };
    return this.add(column, column === 'phone' ? 'phone_invalid' : 'identity_invalid', places);
  }

  day(column: ImportColumn, today: string): string | null {
    const text = this.raw(column);
    if (text === '') return null;
    if (isPersonal(clean(text))) return this.add(column, 'misplaced_number');
    const day = readDay(text);
    if (day === null || day < '1900-01-01') return this.add(column, 'day_invalid');
    return day > today ? this.add(column, 'day_in_future', { today }) : day;
  }
}

/** One row about a person. @param today what is today in the school's zone */
export function readPersonRow(cells: ImportCells, today: string): Read<PersonRow> {
  const read = new Reader(cells);
  const row: PersonRow = {
    name: read.text('name', 50, true),
    organizationCode: read.text('organizationCode', 40, true),
    kind: read.choice('kind', personKinds, 'kind_unknown', true),
    position: read.choice('position', positions, 'position_unknown', false),
    phone: read.number('phone'),
    identityNumber: read.number('identityNumber'),
    since: read.day('since', today),
    exemptKind: read.choice('exemptKind', exemptKinds, 'exempt_unknown', false),
    exemptReason: read.text('exemptReason', 200, false),
    employerCode: read.text('employerCode', 40, false),
  };
  if (row.exemptKind && !row.exemptReason && read.raw('exemptReason') === '')
    read.add('exemptReason', 'exempt_reason_missing');
  if (!row.exemptKind && row.exemptReason && read.raw('exemptKind') === '') read.add('exemptKind', 'required');
  return { row, problems: read.problems };
}

/** One row about an organization. */
export function readOrganizationRow(cells: ImportCells): Read<OrganizationRow> {
  const read = new Reader(cells);
  const row: OrganizationRow = {
    name: read.text('name', 100, true),
    code: read.text('code', 40, true),
    kind: read.choice('kind', organizationKinds, 'kind_unknown', true),
    parentCode: read.text('parentCode', 40, false),
    employerCode: read.text('employerCode', 40, false),
  };
  return { row, problems: read.problems };
}
