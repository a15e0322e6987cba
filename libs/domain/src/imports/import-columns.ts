/** What a file may bring in. */
export type ImportKind = 'organizations' | 'people';

export const IMPORT_COLUMNS = {
  organizations: ['name', 'code', 'kind', 'parentCode', 'employerCode'],
  people: [
    'name',
    'organizationCode',
    'kind',
    'position',
    'phone',
    'identityNumber',
    'since',
    'exemptKind',
    'exemptReason',
    'employerCode',
  ],
} as const satisfies Record<ImportKind, readonly string[]>;

export type ImportColumn = (typeof IMPORT_COLUMNS)[ImportKind][number];

/** Columns without which a file says too little. */
export const REQUIRED_COLUMNS = {
  organizations: ['name', 'code', 'kind'],
  people: ['name', 'organizationCode', 'kind'],
} as const satisfies Record<ImportKind, readonly ImportColumn[]>;

const EMPLOYER_CODE = ['单位编码', 'Employer code', '所在单位编码', '单位代码', 'Employer code'];
/** What stands above the columns: of the Chinese template, of the English one, then what people write as well. */
const HEADINGS: Readonly<Record<ImportKind, Partial<Record<ImportColumn, readonly string[]>>>> = {
  organizations: {
    name: ['组织名称', 'Name', '名称', '组织全称', '党组织名称', 'Organization', 'Organization name'],
    code: ['组织编码', 'Code', '编码', '组织代码', 'Organization code'],
    kind: ['组织类型', 'Kind', '类型', '组织类别', 'Organization kind'],
    parentCode: ['上级组织编码', 'Parent code', '上级编码', 'Parent organization code'],
    employerCode: EMPLOYER_CODE,
  },
  people: {
    name: ['姓名', 'Name'],
    organizationCode: ['组织编码', 'Organization code', '所在组织编码', '组织代码'],
    kind: ['人员类别', 'Kind', '类别'],
    position: ['职务', 'Position'],
    phone: ['手机号', 'Phone', '手机号码', '手机', '联系电话', 'Mobile'],
    identityNumber: ['身份证号', 'Identity number', '身份证号码', '身份证', '公民身份号码'],
    since: ['加入本组织的日期', 'Member since', '加入日期', 'Since'],
    exemptKind: ['免于要求的类别', 'Exemption', '豁免类别'],
    exemptReason: ['免于要求的原因', 'Exemption reason', '豁免原因'],
    employerCode: EMPLOYER_CODE,
  },
};

/** How a template names a column. */
export function headingOf(kind: ImportKind, column: ImportColumn, language: 'zh-CN' | 'en'): string {
  return HEADINGS[kind][column]?.[language === 'en' ? 1 : 0] ?? column;
}

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s*:_-]/g, '')
    .toLowerCase();

export type HeaderProblem =
  | { code: 'column_repeated'; column: number; name: string; first: number }
  | { code: 'column_missing'; name: ImportColumn };

export interface Header {
  /** The column that stands at each place; null where the heading is empty. */
  columns: (ImportColumn | null)[];
  /** Headings that are none of ours: what stands below them is not read. */
  unread: { column: number; name: string }[];
  problems: HeaderProblem[];
}

/** Reads a line as the headings of a table; null when fewer than two of them are known, so that it is some other line. */
export function readHeader(kind: ImportKind, cells: readonly string[]): Header | null {
  const known = new Map<string, ImportColumn>();
  for (const column of IMPORT_COLUMNS[kind])
    for (const word of HEADINGS[kind][column] ?? []) known.set(folded(word), column);
  const columns = cells.map((cell) => known.get(folded(cell)) ?? null);
  if (new Set(columns.filter((column) => column !== null)).size < 2) return null;
  const unread: Header['unread'] = [];
  const problems: HeaderProblem[] = [];
  for (const [place, column] of columns.entries()) {
    const name = (cells[place] ?? '').trim();
    const first = columns.indexOf(column);
    if (column === null && name !== '') unread.push({ column: place + 1, name });
    if (column !== null && first < place)
      problems.push({ code: 'column_repeated', column: place + 1, name, first: first + 1 });
  }
  for (const name of REQUIRED_COLUMNS[kind])
    if (!columns.includes(name)) problems.push({ code: 'column_missing', name });
  return { columns, unread, problems };
}
