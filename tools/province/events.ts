import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Days } from './days.ts';
import { noteHash, REASON } from './recognitions.ts';
import type { WorldEvent } from './world.ts';

const DAY = 86_400_000;

interface Kind {
  title: string;
  counter: WorldEvent['counter'];
  hours: string;
  share: number;
  /** Months of the year; none means every month. */
  months: number[];
  dayOfMonth: number;
}

const kinds: readonly Kind[] = [
  { title: '主题党日', counter: 'centralised', hours: '1.00', share: 0.58, months: [], dayOfMonth: 8 },
  { title: '春季党员集中轮训班', counter: 'centralised', hours: '16.00', share: 0.98, months: [4], dayOfMonth: 12 },
  { title: '秋季党员集中轮训班', counter: 'centralised', hours: '16.00', share: 0.94, months: [10], dayOfMonth: 14 },
  {
    title: '支部书记和党务骨干培训班',
    counter: 'centralised',
    hours: '24.00',
    share: 0.3,
    months: [6],
    dayOfMonth: 11,
  },
  { title: '省网络学院学习（转入）', counter: 'online', hours: '50.00', share: 0.85, months: [9], dayOfMonth: 3 },
];

/** Everything that was held in the two years, for each county on a day of its own. The sheets are kept by county and half-year. */
export function eventsOf(
  days: Days,
  openedAt: number,
  until: number,
  counties: number,
  sheetOf: SheetOf,
): WorldEvent[] {
  const events: WorldEvent[] = [];
  for (let at = openedAt + 4 * DAY; at < until - 10 * DAY; at += DAY) {
    const [year = 0, month = 0, day = 0] = days.nameAt(at).split('-').map(Number);
    for (const kind of kinds) {
      if (kind.dayOfMonth !== day || (kind.months.length > 0 && !kind.months.includes(month))) continue;
      const first = days.indexOf(at);
      const title = `${kind.title}（${year}年${month}月）`;
      events.push({
        title,
        noteHash: noteHash(title, REASON),
        counter: kind.counter,
        hours: kind.hours,
        share: kind.share,
        days: Array.from({ length: counties }, (_, county) => first + (county % 7)),
        fileIds: Array.from({ length: counties }, (_, county) => sheetOf(county, year, month <= 6 ? 1 : 2)),
      });
    }
  }
  return events;
}

export type SheetOf = (county: number, year: number, half: number) => string;

/** A scanned sign-in sheet in the school's own storage. @returns its facts */
export function keepSheet(dataDir: string, id: string): { bytes: number; content: Buffer } {
  const content = readFileSync(new URL('../demo/content/sign-in-sheet.png', import.meta.url));
  const folder = path.join(dataDir, 'media', 'files');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, id), content, { flush: true });
  return { bytes: content.length, content };
}
