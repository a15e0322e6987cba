import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { streamWorkbook } from '../../exports/index.ts';
import { maskedNumber } from '../../people/index.ts';
import type { Newcomer } from '../code-people.queries.ts';
import type { Language } from './texts.ts';

const PART = 1_000;

const texts = {
  'zh-CN': {
    file: '激活码',
    cover: '说明',
    table: '激活码',
    columns: ['姓名', '手机尾号', '组织', '组织编码', '激活码', '有效期至'],
    title: '新人员激活码',
    lines: (from: string, people: number, address: string, until: string): [string, string][] => [
      ['导入文件', from],
      ['人数', String(people)],
      ['有效期至', until],
      ['如何使用', `请在浏览器打开 ${address}，输入激活码，设置登录名和密码。`],
      [
        '请注意',
        '激活码等同于钥匙：请分别交给本人，不要转发整份表格，用后删除。这份表格不能再次下载；重新生成后，这里的码失效。',
      ],
    ],
  },
  en: {
    file: 'activation-codes',
    cover: 'About',
    table: 'Codes',
    columns: ['Name', 'Phone ends in', 'Organization', 'Organization code', 'Activation code', 'Valid until'],
    title: 'Activation codes for new people',
    lines: (from: string, people: number, address: string, until: string): [string, string][] => [
      ['Imported file', from],
      ['People', String(people)],
      ['Valid until', until],
      ['How to use', `Open ${address}, type the code, choose a login name and a password.`],
      [
        'Please note',
        'A code is a key: give each to its owner, do not pass on the whole table, delete it afterwards. It cannot be downloaded again; a new list ends these codes.',
      ],
    ],
  },
} as const;

interface Issued {
  fileName: string;
  newcomers: readonly Newcomer[];
  codes: readonly string[];
  expiresAt: Date;
}

/** The table of codes to hand out, with a cover that says how. */
export async function codeList(
  { fileName, newcomers, codes, expiresAt }: Issued,
  language: Language,
  { site, zone }: { site: string; zone: string },
): Promise<{ name: string; content: Buffer }> {
  const { file, cover, table, columns, title, lines } = texts[language];
  const until = new Intl.DateTimeFormat(language, { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }).format(
    expiresAt,
  );
  async function* rows() {
    for (let at = 0; at < newcomers.length; at += PART) {
      yield newcomers
        .slice(at, at + PART)
        .map(({ name, phoneLast4, organizationName, organizationCode }, index) => [
          name,
          maskedNumber(phoneLast4),
          organizationName,
          organizationCode,
          codes[at + index] ?? '',
          until,
        ]);
      await Promise.resolve();
    }
  }
  const target = new PassThrough();
  const content = buffer(target);
  const widths = [16, 16, 36, 18, 26, 24];
  const book = {
    coverName: cover,
    cover: (people: number) => ({ title, lines: lines(fileName, people, `${site}/activate`, until) }),
    tableName: table,
    columns: columns.map((heading, at) => ({ title: heading, width: widths[at] ?? 20 })),
    rows: rows(),
  };
  await streamWorkbook(target, book, AbortSignal.timeout(120_000));
  return { name: `${file}.xlsx`, content: await content };
}
