import { readFileSync } from 'node:fs';
import path from 'node:path';
import { accounts, catalog, people } from '@dangxiao/contracts';
import type * as UnitOfWorkModule from '../../apps/api/src/database/unit-of-work.ts';
import type * as MediaModule from '../../apps/api/src/modules/media/index.ts';
import { branchWork, draftCourse } from './content/branch-work.ts';
import { development } from './content/development.ts';
import { education } from './content/education.ts';
import { guide } from './content/guide.ts';
import { assignTraining } from './assigning.ts';
import { makeChanges, plantChanging } from './changes.ts';
import { writeCourse } from './courses.ts';
import { holdClasses } from './classes.ts';
import { importPeople } from './importing.ts';
import { activate, signIn } from './learners.ts';
import type { HttpClient } from '../support/http-client.ts';
import { disputeHours } from './dispute.ts';
import type { DemoSchool } from './open-school.ts';
import { plantTree, populate, type DemoPerson } from './people.ts';
import { product, type Product } from './product.ts';
import { Random } from './random.ts';
import { studyCourse, studyLesson, type Answers } from './study.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const learners = 34;
const loginOf = (index: number) => `xueyuan${String(index).padStart(2, '0')}`;
const passwordOf = (index: number) => `qingshan-${index}-xuexi`;
/** The learner whose hours were taken back. */
const disputed = 10;
/** Where the school's staff belongs. */
const OFFICE = '县委组织部机关党支部';

/** Organizations, people, courses, and a year of study and classes: some learners finished, some are in the middle, some failed once. */
export async function fillSchool(opened: Product, school: DemoSchool): Promise<void> {
  const { clock, baseUrl } = opened;
  const random = new Random(20_240_701);
  const start = clock.now().getTime();
  const { admin, rootId } = school;
  const planted = await plantTree(admin, rootId);
  await seatChief(school, planted);
  const everybody = await populate(admin, planted, random);
  const changing = await plantChanging(admin, planted);
  const pupils = await appoint(school, planted, everybody);

  const importer = await lectureImporter(opened, rootId);
  const courses = new Map<string, string>();
  for (const course of [guide, education, development, branchWork, draftCourse])
    courses.set(course.title, await writeCourse(admin, rootId, course, importer));
  const guideId = courses.get(guide.title) ?? '';
  const educationId = courses.get(education.title) ?? '';
  const answers = answerKey();

  const others = everybody.filter((person) => !pupils.has(person.id)).slice(0, learners);
  for (const [index, person] of [...pupils.values(), ...others].entries()) {
    clock.set(dayOfStudy(start, index, pupils.size + others.length) + random.between(0, 4) * HOUR);
    const known = school.accounts.find((account) => account.name === person.name && account.role === 'learner');
    const learner = known
      ? await signIn(baseUrl, known.login, known.password)
      : await activate(await staff(school, baseUrl), person, loginOf(index), passwordOf(index));
    await study(index, learner);
  }

  async function study(index: number, learner: Awaited<ReturnType<typeof signIn>>): Promise<void> {
    const plan =
      index === 0
        ? 'middle'
        : index === 1
          ? 'everything'
          : (['finished', 'middle', 'finished', 'begun'] as const)[index % 4];
    if (plan === 'everything' || plan === 'finished') {
      await studyCourse(learner, clock, random, guideId, { answers, chance: index % 7 === 3 ? 0.3 : 0.95 });
      if (plan === 'everything' || index % 3 === 0)
        await studyCourse(learner, clock, random, educationId, { answers, chance: 1 });
      return;
    }
    const { units } = await learner.call(catalog.getCourseContent, { params: { courseId: guideId } });
    const [first, second] = units[0]?.lessons ?? [];
    if (first) await studyLesson(learner, clock, guideId, first.id);
    if (second && plan === 'middle') await studyLesson(learner, clock, guideId, second.id, 0.4);
  }

  await holdClasses(opened, school, planted, everybody, start);
  clock.set(Math.max(clock.now().getTime(), Date.now() - 26 * HOUR));
  const chief = await staff(school, baseUrl);
  const developmentId = courses.get(development.title) ?? '';
  await assignTraining({ admin: chief, rootId, planted, everybody, guideId, educationId, developmentId });
  await disputeHours(chief, await signIn(baseUrl, loginOf(disputed), passwordOf(disputed)));
  await allowRanking(chief, planted.get('城关街道党工委') ?? rootId);
  await makeChanges({ ...changing, admin: chief }, planted, everybody);
  await importPeople(opened, chief, planted);
}

/** One committee of the county has decided to see its branches ranked; elsewhere there is no ranking. */
async function allowRanking(chief: HttpClient, organizationId: string): Promise<void> {
  await chief.call(people.updateSettings, {
    params: { organizationId },
    body: { revision: 0, own: { ranking: true } },
  });
}

/** Studying is spread over the year; the last dozen studied one a day until yesterday. */
function dayOfStudy(start: number, index: number, count: number): number {
  const today = Math.floor(Date.now() / DAY) * DAY + HOUR;
  const fromEnd = count - index;
  if (fromEnd <= 12) return today - fromEnd * DAY;
  const until = today - 14 * DAY;
  return start + DAY + Math.floor(((until - start - DAY) * index) / (count - 12) / DAY) * DAY + HOUR;
}

/** The administrator's session of the moved clock's day. */
function staff(school: DemoSchool, baseUrl: string) {
  const chief = school.accounts.find((account) => account.role === 'school_administrator');
  return signIn(baseUrl, chief?.login ?? '', chief?.password ?? '');
}

/** The first administrator came before there were branches: a transfer brings him into his own. */
async function seatChief({ admin, chiefId }: DemoSchool, planted: Map<string, string>): Promise<void> {
  if (!chiefId) return;
  const body = { toOrganizationId: planted.get(OFFICE) ?? '', reason: '编入所在党支部' };
  const { id } = await admin.call(people.requestTransfer, { params: { personId: chiefId }, body });
  await admin.call(people.decideTransfer, { params: { transferId: id }, body: { decision: 'accepted' } });
}

/** People behind the demo accounts, with their roles; the learners among them by id. */
async function appoint(
  { admin, rootId, accounts: demo }: DemoSchool,
  planted: Map<string, string>,
  everybody: DemoPerson[],
): Promise<Map<string, DemoPerson>> {
  const pupils = new Map<string, DemoPerson>();
  for (const account of demo) {
    if (account.role === 'school_administrator') continue;
    const branch = account.role === 'learner' ? '城关街道机关党支部' : OFFICE;
    const body = {
      organizationId: planted.get(branch) ?? rootId,
      since: '2019-07-01',
      name: account.name,
      kind: 'full_member' as const,
    };
    const { id } = await admin.call(people.createPerson, { body });
    const person = { id, name: account.name, branch };
    await activate(admin, person, account.login, account.password);
    if (account.role === 'learner') pupils.set(id, person);
    else {
      const node = account.role === 'organization_administrator' ? planted.get('城关街道党工委') : rootId;
      await admin.call(accounts.grantRole, {
        params: { personId: id },
        body: { role: account.role, organizationId: node ?? rootId },
      });
    }
    everybody.push(person);
  }
  return pupils;
}

function answerKey(): Answers {
  const questions = [guide, education].flatMap((course) => course.units.flatMap((unit) => unit.exam?.questions ?? []));
  return new Map(
    questions.map(({ kind, text, options, correct }) => [
      text,
      kind === 'true_false' ? [correct] : [...correct].map((letter) => options['ABCDEFGH'.indexOf(letter)] ?? ''),
    ]),
  );
}

async function lectureImporter({ app }: Product, organizationId: string) {
  const { UnitOfWork } = await product<typeof UnitOfWorkModule>('database/unit-of-work.js');
  const { PackagedLectures } = await product<typeof MediaModule>('modules/media/index.js');
  const lectures = app.get(PackagedLectures, { strict: false });
  return async (folder: string) => {
    const { title } = JSON.parse(readFileSync(path.join(folder, 'lecture.json'), 'utf8')) as { title: string };
    const id = await app.get(UnitOfWork).run((tx) => lectures.import(tx, { folder, organizationId }));
    return { id, title };
  };
}
