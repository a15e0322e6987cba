/** `node fill.ts LEARNERS`: makes the bench's school through the product's own operations and prints it as JSON. */
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { catalog, exams, learning, people } from '@dangxiao/contracts';
import type * as UnitOfWorkModule from '../../apps/api/src/database/unit-of-work.ts';
import type * as MediaModule from '../../apps/api/src/modules/media/index.ts';
import { development } from '../../tools/demo/content/development.ts';
import { education } from '../../tools/demo/content/education.ts';
import { guide } from '../../tools/demo/content/guide.ts';
import { writeCourse, type ImportLecture } from '../../tools/demo/courses.ts';
import { activate } from '../../tools/demo/learners.ts';
import { openSchool } from '../../tools/demo/open-school.ts';
import { openProduct, product, type Product } from '../../tools/demo/product.ts';
import type { HttpClient } from '../../tools/support/http-client.ts';
import { examCourse } from './course.ts';
import type { BenchLearner, BenchSchool } from './types.ts';

const READING_MS = 60_000;
const AT_ONCE = 8;

type Pupil = Pick<BenchLearner, 'personId' | 'login' | 'password'> & { client: HttpClient };
type Lesson = { id: string; courseId: string; durationMs: number };

async function fill(opened: Product, many: number): Promise<BenchSchool> {
  const { clock } = opened;
  const { admin, rootId } = await openSchool(opened);
  const importer = await lectureImporter(opened, rootId);
  const [articles, ...others] = [development, education, guide, examCourse];
  const written = [await writeCourse(admin, rootId, articles, importer)];
  for (const course of others) written.push(await writeCourse(admin, rootId, course, importer));
  const [developmentId = '', educationId = '', guideId = '', examCourseId = ''] = written;

  const pupils = await each(Array.from({ length: many }).keys(), (index) => enrol(admin, rootId, index));
  const first = pupils[0]?.client;
  if (!first) throw new Error('The bench needs learners');
  const firstOf = async (courseId: string): Promise<Lesson> => {
    const { units } = await first.call(catalog.getCourseContent, { params: { courseId } });
    const id = units[0]?.lessons[0]?.id ?? '';
    const { durationMs } = await first.call(catalog.getLesson, { params: { courseId, lessonId: id } });
    return { id, courseId, durationMs };
  };
  // Everybody has read an article to its end, began another course, and is in the middle of a third.
  const article = await firstOf(developmentId);
  const reading = await each(pupils, ({ client }) => open(client, article));
  await each(reading.entries(), ([index, leaseId]) => heartbeat(pupils[index], leaseId, 1, 'play', []));
  clock.advance(READING_MS);
  await each(reading.entries(), ([index, leaseId]) => heartbeat(pupils[index], leaseId, 2, 'end', [[0, READING_MS]]));
  const begun = await firstOf(educationId);
  await each(pupils, ({ client }) => open(client, begun));

  clock.set(Date.now());
  const lecture = await firstOf(guideId);
  const { units } = await first.call(catalog.getCourseContent, { params: { courseId: examCourseId } });
  const examId = units[0]?.exam?.id ?? '';
  const learners = await each(pupils, async ({ client, ...pupil }): Promise<BenchLearner> => {
    const leaseId = await open(client, lecture);
    const { id, epoch, paper } = await client.call(exams.startAttempt, { params: { examId } });
    const slots = paper.map(({ slot, options }) => ({ slot, choice: [options[0]?.key ?? 'A'] }));
    return { ...pupil, cookie: client.cookie, leaseId, attempt: { id, epoch, slots } };
  });
  return { learners, courseId: guideId, lessonId: lecture.id, durationMs: lecture.durationMs };
}

async function enrol(admin: HttpClient, organizationId: string, index: number): Promise<Pupil> {
  const name = `学员${index + 1}`;
  const body = { organizationId, since: '2021-07-01', name, kind: 'full_member' as const };
  const { id } = await admin.call(people.createPerson, { body });
  const [login, password] = [`xueyuan${index}`, `ceshi-${index}-mima`];
  return { personId: id, login, password, client: await activate(admin, { id, name, branch: '' }, login, password) };
}

async function open(client: HttpClient, { id, courseId }: Lesson): Promise<string> {
  const body = { courseId, takeOver: true };
  return (await client.call(learning.openLease, { params: { lessonId: id }, body })).leaseId;
}

async function heartbeat(
  pupil: Pupil | undefined,
  leaseId: string,
  seq: number,
  event: 'play' | 'end',
  segments: [number, number][],
): Promise<void> {
  const body = { seq, event, segments, positionMs: segments.at(-1)?.[1] ?? 0 };
  await pupil?.client.call(learning.sendHeartbeat, { params: { leaseId }, body });
}

/** Does the work for every item, some at a time; results in the order of the items. */
async function each<Item, Result>(items: Iterable<Item>, work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const queue = [...items].entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

async function lectureImporter({ app }: Product, organizationId: string): Promise<ImportLecture> {
  const { UnitOfWork } = await product<typeof UnitOfWorkModule>('database/unit-of-work.js');
  const { PackagedLectures } = await product<typeof MediaModule>('modules/media/index.js');
  const lectures = app.get(PackagedLectures, { strict: false });
  return async (folder) => {
    const { title } = JSON.parse(readFileSync(path.join(folder, 'lecture.json'), 'utf8')) as { title: string };
    return { id: await app.get(UnitOfWork).run((tx) => lectures.import(tx, { folder, organizationId })), title };
  };
}

const opened = await openProduct(Date.now() - 3_600_000);
const school = await fill(opened, Number(process.argv[2]));
await opened.app.close();
process.stdout.write(`${JSON.stringify(school)}\n`, () => process.exit(0));
