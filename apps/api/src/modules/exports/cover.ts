import type { ExportKind } from '@dangxiao/contracts';
import { exportColumnText, exportKindLabels, exportQueryText, type Language } from '@dangxiao/contracts/labels';
import type { Sql } from '../../database/sql.ts';
import type { ExportRow } from './exports.queries.ts';

interface Facts {
  school: string;
  maker: string;
  login: string;
  anchorDay: string | null;
  anchorEntries: number | null;
  anchorSignature: string | null;
  sealMonth: string | null;
  sealSignature: string | null;
}

const factsSql = `
  select s.name as school, coalesce(p.name, a.login) as maker, a.login, k.day as "anchorDay", k.entries as "anchorEntries",
    k.signature as "anchorSignature", m.month::text as "sealMonth", m.signature as "sealSignature"
  from account a left join person p on p.id = a.person_id
  left join school s on true
  left join lateral (select day, entries, signature from credit_anchor order by day desc limit 1) k on true
  left join lateral (select month, signature from audit_seal order by month desc limit 1) m on true
  where a.id = $1`;

export const coverFacts = (sql: Sql, accountId: string) => sql.one<Facts>(factsSql, [accountId]);

const words = {
  zh: {
    sheet: '封面',
    school: '学校',
    what: '内容',
    query: '查询条件',
    everything: '权限范围内的全部数据',
    asOf: '数据日期',
    today: (at: string) => `${at} 的实时数据`,
    past: (day: string, at: string) => `${day} 当日终了时的情况（按 ${at} 前已登记的内容）`,
    columns: '列',
    numbers: '个人号码',
    masked: '手机号、身份证号只显示末四位',
    whole: '含完整的手机号、身份证号，请妥善保管',
    maker: '导出人',
    when: '导出时间',
    rows: '行数',
    ledger: '台账依据',
    anchor: (day: string, entries: string, signature: string) =>
      `学时台账只增不改。最近一次签名锚定：${day}，共 ${entries} 笔，签名 ${signature}。可用 verify:ledger 重新核对。`,
    noAnchor: '学时台账只增不改，尚未做首次签名锚定。',
    seal: (month: string, signature: string) => `审计日志只增不改。最近封存月份：${month}，签名 ${signature}。`,
    noSeal: '审计日志只增不改，尚无已封存的月份。',
    zone: '时间所用时区',
    joint: '；',
    list: '、',
    colon: '：',
  },
  en: {
    sheet: 'Cover',
    school: 'School',
    what: 'Content',
    query: 'Query',
    everything: 'Everything that the maker may read',
    asOf: 'Date of the data',
    today: (at: string) => `As it was at ${at}`,
    past: (day: string, at: string) => `The end of ${day}, by what had been recorded until ${at}`,
    columns: 'Columns',
    numbers: 'Personal numbers',
    masked: 'Only the last four characters of phone and identity numbers',
    whole: 'Whole phone and identity numbers: keep this file safe',
    maker: 'Exported by',
    when: 'Exported at',
    rows: 'Rows',
    ledger: 'Evidence',
    anchor: (day: string, entries: string, signature: string) =>
      `The ledger is append-only. Last signed anchor: ${day}, ${entries} entries, signature ${signature}. verify:ledger derives it again.`,
    noAnchor: 'The ledger is append-only; its first anchor is still to come.',
    seal: (month: string, signature: string) =>
      `The log is append-only. Last sealed month: ${month}, signature ${signature}.`,
    noSeal: 'The log is append-only; no month is sealed yet.',
    zone: 'Time zone',
    joint: '; ',
    list: ', ',
    colon: ': ',
  },
} as const;

const ledgerKinds: ReadonlySet<ExportKind> = new Set<ExportKind>(['standings', 'entries']);

export const coverName = (language: Language) => words[language].sheet;

/** What the first sheet says: whose data these are, what was asked for, as of when, by whom. */
export function coverOf(row: ExportRow, facts: Facts, { now, past, zone }: { now: Date; past: boolean; zone: string }) {
  const { language, kind, query, names, columns, asOf } = row;
  const w = words[language];
  const when = (instant: string | Date) => stamp(new Date(instant), zone);
  const parts = exportQueryText(query, names, language, when);
  return (rows: number) => {
    const lines: (readonly [string, string])[] = [
      [w.school, facts.school],
      [w.what, exportKindLabels[kind][language]],
      [w.query, parts.map(({ label, value }) => `${label}${w.colon}${value}`).join(w.joint) || w.everything],
      [w.asOf, asOf && past ? w.past(asOf, when(row.createdAt)) : w.today(when(now))],
      [w.rows, new Intl.NumberFormat('en').format(rows)],
      [w.columns, columns.map((column) => exportColumnText(kind, column, language)).join(w.list)],
      [w.maker, facts.maker === facts.login ? facts.login : `${facts.maker} (${facts.login})`],
      [w.when, when(now)],
      [w.zone, zone],
    ];
    if (columns.includes('phone') || columns.includes('identityNumber'))
      lines.push([w.numbers, row.wholeNumbers ? w.whole : w.masked]);
    if (ledgerKinds.has(kind)) lines.push([w.ledger, anchorText(facts, language)]);
    if (kind === 'events') lines.push([w.ledger, sealText(facts, language)]);
    return { title: exportKindLabels[kind][language], lines };
  };
}

const anchorText = (facts: Facts, language: Language) =>
  facts.anchorDay && facts.anchorSignature
    ? words[language].anchor(facts.anchorDay, String(facts.anchorEntries), facts.anchorSignature)
    : words[language].noAnchor;

const sealText = ({ sealMonth, sealSignature }: Facts, language: Language) =>
  sealMonth && sealSignature ? words[language].seal(sealMonth.slice(0, 7), sealSignature) : words[language].noSeal;

/** `2026-03-01 09:30` in the school's zone. */
function stamp(at: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(at);
}
