import { readFileSync } from 'node:fs';
import { credits, media, type Counter } from '@dangxiao/contracts';
import type { HttpClient } from '../support/http-client.ts';
import { signIn } from './learners.ts';
import type { DemoSchool } from './open-school.ts';
import type { DemoPerson } from './people.ts';
import type { Product } from './product.ts';
import { Random } from './random.ts';
import { sideBySide } from './side-by-side.ts';

const DAY = 86_400_000;

interface Held {
  title: string;
  counter: Counter;
  hours: string;
  /** Share of the people who took part. */
  share: number;
  /** How far the year has gone by the class, 0 to 1. */
  at: number;
}

/** Training that was held outside the platform and is recognised by an administrator. */
const held: readonly Held[] = [
  { title: '春季党员集中轮训班', counter: 'centralised', hours: '16.00', share: 0.85, at: 0.25 },
  { title: '专题党课与主题党日', counter: 'centralised', hours: '8.00', share: 0.8, at: 0.5 },
  { title: '省网络学院学习（转入）', counter: 'online', hours: '50.00', share: 0.62, at: 0.7 },
  { title: '秋季党员集中轮训班', counter: 'centralised', hours: '16.00', share: 0.78, at: 0.92 },
];

/** Recognises the classes for those who took part, each with its sign-in sheet; branches differ in their diligence. */
export async function holdClasses(
  { clock, baseUrl }: Product,
  school: DemoSchool,
  planted: Map<string, string>,
  everybody: readonly DemoPerson[],
  start: number,
): Promise<void> {
  const random = new Random(32_056);
  const chief = school.accounts.find((account) => account.role === 'school_administrator');
  const diligence = new Map([...planted.keys()].map((name) => [name, 0.75 + random.next() * 0.35]));
  for (const { title, counter, hours, share, at } of held) {
    const day = start + (Date.now() - 2 * DAY - start) * at;
    clock.set(day + DAY / 2);
    const admin = await signIn(baseUrl, chief?.login ?? '', chief?.password ?? '');
    const date = new Date(day).toISOString().slice(0, 10);
    const present = everybody.filter((person) => random.next() <= share * (diligence.get(person.branch) ?? 1));
    const placeOf = (person: DemoPerson) => planted.get(person.branch) ?? school.rootId;
    const places = [...new Set(present.map(placeOf))];
    const sheets = await sideBySide(places, (organizationId) => keepSheet(admin, organizationId));
    const reason = `${title}已结束，签到表齐全`;
    await sideBySide(present, (person) => {
      const fileIds = [sheets[places.indexOf(placeOf(person))] ?? ''];
      const body = { requestId: crypto.randomUUID(), counter, hours, date, title, reason, fileIds };
      return admin.call(credits.recognise, { params: { personId: person.id }, body });
    });
  }
}

async function keepSheet(admin: HttpClient, organizationId: string): Promise<string> {
  const sheet = readFileSync(new URL('content/sign-in-sheet.png', import.meta.url));
  const uploadId = await admin.upload('签到表.png', sheet);
  const file = await admin.call(media.createFile, { body: { uploadId, purpose: 'evidence', organizationId } });
  return file.id;
}
