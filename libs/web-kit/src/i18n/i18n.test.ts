import { createInstance } from 'i18next';
import { en } from './en.ts';
import { errorText } from './errors.ts';
import { createFormat, kitText } from './format.ts';
import type { Language } from './texts.ts';
import { zh } from './zh.ts';

async function words(language: Language, now = '2026-11-22T02:00:00Z') {
  const instance = createInstance();
  await instance.init({
    lng: language,
    ns: ['kit'],
    interpolation: { escapeValue: false },
    resources: { 'zh-CN': { kit: zh }, en: { kit: en } },
  });
  const text = kitText(instance);
  return { text, format: createFormat(text, language, 'Asia/Shanghai', () => Date.parse(now)) };
}

const flat = (texts: object) =>
  Object.entries(texts).flatMap(([area, rows]) => Object.keys(rows as object).map((key) => `${area}.${key}`));

test('both languages have the same texts, English its singulars besides', () => {
  const known = flat(zh);
  expect(flat(en).filter((key) => known.includes(key) || !key.endsWith('_one'))).toEqual(known);
});

test('times are told from the school day, not from the device zone', async () => {
  const { format } = await words('zh-CN');
  expect(format.due('2026-11-22T10:00:00Z')).toBe('今天 18:00 截止');
  expect(format.when('2026-11-22T17:00:00Z')).toBe('明天 01:00');
  expect(format.when('2026-11-20T16:30:00Z')).toBe('昨天 00:30');
  expect(format.when('2026-11-25T10:00:00Z')).toBe('11月25日 18:00');
  expect(format.span('2026-10-10T10:19:00Z', '2026-10-10T10:21:00Z')).toBe('2026年10月10日 18:19 – 18:21');
  expect(format.day('2025-03-01T10:00:00Z')).toBe('2025年3月1日');
  expect(format.full('2026-11-22T10:00:00Z')).toContain('星期日');
  expect(format.zoneName).toBe('中国标准时间');
});

test('lengths and hours carry their units', async () => {
  const zhLabels = (await words('zh-CN')).format;
  const enLabels = (await words('en')).format;
  expect([
    zhLabels.length(1_500_000),
    zhLabels.length(3_900_000),
    zhLabels.length(7_200_000),
    zhLabels.length(9_000),
  ]).toEqual(['25 分钟', '1 小时 5 分钟', '2 小时', '9 秒']);
  expect([enLabels.length(60_000), enLabels.length(1_500_000)]).toEqual(['1 minute', '25 minutes']);
  expect([zhLabels.hours('0.50'), zhLabels.hours('12.00'), enLabels.hours('1.00'), enLabels.hours('0.25')]).toEqual([
    '0.5 学时',
    '12 学时',
    '1 hour',
    '0.25 hours',
  ]);
  expect([zhLabels.clock(754_000), zhLabels.clock(3_723_000)]).toEqual(['12:34', '1:02:03']);
});

test('errors with numbers say them', async () => {
  const { text, format } = await words('zh-CN');
  expect(errorText(text, format, { code: 'wrong_credentials', params: { triesLeft: 3 } })).toBe(
    '账号或密码不正确，还可再试 3 次',
  );
  expect(errorText(text, format, { code: 'sign_in_throttled', params: { seconds: 281 } })).toBe(
    '为保护账号，请 5 分钟后再试',
  );
  expect(errorText(text, format, { code: 'lecture_elsewhere', params: { title: '学时如何计算' } })).toContain(
    '《学时如何计算》',
  );
  const english = await words('en');
  expect(errorText(english.text, english.format, { code: 'wrong_credentials', params: { triesLeft: 1 } })).toBe(
    'The account or password is wrong. 1 try left',
  );
});
