import { catalog } from '@dangxiao/contracts';
import { addExam, addVideo, complete, courseSchool, publish, readyDraft, refused, sit } from './course-school.ts';
import type { CourseSchool } from './course-school.ts';

describe('courses as learners see them', () => {
  let school: CourseSchool;
  beforeAll(async () => {
    school = await courseSchool();
  });
  afterAll(() => school.close());

  const content = (learner: { client: CourseSchool['client'] }, courseId: string) =>
    learner.client.call(catalog.getCourseContent, { params: { courseId } });

  it("are the school's and those of organizations above one's own; others do not exist", async () => {
    const { make, client, left, right } = school;
    const group = await make.organization(left, { kind: 'party_group' });
    const { courseId } = await readyDraft(school, { organization: left, visibility: 'subtree', title: '内部课程' });
    const reader = await make.person({ organization: group });
    const outsider = await make.person({ organization: right });
    await expect(content(reader, courseId)).rejects.toEqual(refused('course_not_found'));
    await publish(client, courseId);
    expect(await content(reader, courseId)).toMatchObject({ title: '内部课程', organizationName: '左支部' });
    await expect(content(outsider, courseId)).rejects.toEqual(refused('course_not_found'));
    const found = (learner: typeof reader) =>
      learner.client.call(catalog.findCourses, { query: { q: '内部' } }).then((page) => page.total);
    expect([await found(reader), await found(outsider)]).toEqual([1, 0]);
  });

  it('are found by words of title and instructor, by pinyin initials, state and exam', async () => {
    const { make, client, right } = school;
    const instructor = await make.person({ organization: school.root, name: '单雄信' });
    const { courseId, unitId } = await readyDraft(school, { title: '乡村振兴战略解读' });
    await client.call(catalog.updateCourse, {
      params: { courseId },
      body: { revision: 2, instructorId: instructor.personId },
    });
    await addExam(school, unitId, 2, 2);
    await publish(client, courseId);
    const learner = await make.person({ organization: right });
    const found = async (query: object) =>
      (await learner.client.call(catalog.findCourses, { query })).items.map((item) => item.id);
    for (const q of ['乡村', 'XCZX', 'sxx', '战略 单雄信', '解读　xczx'])
      expect(await found({ q })).toEqual([courseId]);
    for (const q of ['不存在', '乡村 不存在', '_', '%']) expect(await found({ q })).toEqual([]);
    expect(await found({ q: '乡村', hasExam: 'true' })).toEqual([courseId]);
    expect(await found({ q: '乡村', hasExam: 'false' })).toEqual([]);
    expect(await found({ q: '乡村', state: 'not_started' })).toEqual([courseId]);
    expect(await found({ q: '乡村', state: 'completed' })).toEqual([]);
  });

  it('lead from lesson to lesson to the exam, with hours by the policy', async () => {
    const { make, client, left } = school;
    const { courseId, unitId, lessonIds } = await readyDraft(school, { minutes: [31, 20, 10] });
    const [first = '', second = '', optional = ''] = lessonIds;
    await client.call(catalog.updateLesson, {
      params: { lessonId: optional },
      body: { revision: 1, required: false },
    });
    const examId = await addExam(school, unitId, 3, 2);
    await publish(client, courseId);
    const learner = await make.person({ organization: left });
    const fresh = await content(learner, courseId);
    expect(fresh).toMatchObject({ hours: '2.25', durationMs: 61 * 60_000, progressPercent: 0, completed: false });
    expect(fresh.next).toMatchObject({ kind: 'start_lesson', targetId: first });
    expect(fresh.units[0]?.exam).toMatchObject({ state: 'locked', missingLessons: ['第1讲', '第2讲'], hours: '0.50' });

    await complete(school, learner.personId, courseId, first);
    const half = await content(learner, courseId);
    expect(half).toMatchObject({ progressPercent: 33, next: { kind: 'start_lesson', targetId: second } });
    await complete(school, learner.personId, courseId, second);
    const open = await content(learner, courseId);
    expect(open.units[0]?.exam).toMatchObject({ state: 'open', missingLessons: [] });
    expect(open.next).toMatchObject({ kind: 'start_exam', targetId: examId });

    await sit(school, learner.personId, examId, false);
    expect((await content(learner, courseId)).units[0]?.exam?.state).toBe('open');
    await sit(school, learner.personId, examId, true);
    const done = await content(learner, courseId);
    expect(done).toMatchObject({ completed: true, progressPercent: 100, next: { kind: 'review', targetId: first } });
    expect(done.units[0]?.exam?.state).toBe('passed');
    const other = await make.person({ organization: left });
    expect(await content(other, courseId)).toMatchObject({ completed: false, progressPercent: 0 });
  });

  it('stay completed when a lesson is added later, for those who had completed them', async () => {
    const { make, client, left } = school;
    const { courseId, unitId, lessonIds } = await readyDraft(school);
    await publish(client, courseId);
    const early = await make.person({ organization: left });
    const late = await make.person({ organization: left });
    for (const lessonId of lessonIds) await complete(school, early.personId, courseId, lessonId);
    school.clock.advance(60_000);
    const added = await addVideo(school, unitId, 3, 40);
    await publish(client, courseId);
    school.clock.advance(60_000);
    expect(await content(early, courseId)).toMatchObject({ completed: true, progressPercent: 100 });
    expect((await content(early, courseId)).next).toMatchObject({ kind: 'start_lesson', targetId: added });
    // completing the old version's lessons after it was replaced is not enough
    for (const lessonId of lessonIds) await complete(school, late.personId, courseId, lessonId);
    expect(await content(late, courseId)).toMatchObject({ completed: false, progressPercent: 66 });
    await complete(school, late.personId, courseId, added);
    expect(await content(late, courseId)).toMatchObject({ completed: true });
  });

  it('are mine once begun, latest first, with the next step of the first unfinished one', async () => {
    const { make, client, right } = school;
    const learner = await make.person({ organization: right });
    const mine = (query = {}) => learner.client.call(catalog.listMyCourses, { query });
    expect(await mine()).toEqual({ items: [], nextCursor: null, next: null });
    const courses = [];
    for (const title of ['甲', '乙', '丙']) {
      const course = await readyDraft(school, { title });
      await publish(client, course.courseId);
      courses.push(course);
    }
    for (const { courseId, lessonIds } of courses) {
      school.clock.advance(60_000);
      await complete(school, learner.personId, courseId, lessonIds[0] ?? '');
    }
    const last = courses[2];
    await complete(school, learner.personId, last?.courseId ?? '', last?.lessonIds[1] ?? '');
    const all = await mine();
    expect(all.items.map((item) => [item.title, item.state, item.progressPercent])).toEqual([
      ['丙', 'completed', 100],
      ['乙', 'in_progress', 50],
      ['甲', 'in_progress', 50],
    ]);
    expect(all.next).toMatchObject({ courseTitle: '乙', kind: 'start_lesson', targetId: courses[1]?.lessonIds[1] });
    const first = await mine({ limit: 2 });
    expect((await mine({ limit: 2, cursor: first.nextCursor ?? '' })).items.map((item) => item.title)).toEqual(['甲']);
  });

  it('are read together for all who ask at once, and everybody is answered as if alone', async () => {
    const { make, client, left, right } = school;
    const inner = await readyDraft(school, { organization: left, visibility: 'subtree', title: '支部课程' });
    const open = await readyDraft(school, { title: '全校课程' });
    for (const { courseId } of [inner, open]) await publish(client, courseId);
    const reader = await make.person({ organization: left });
    const [outsider, assigned, released] = [await make.person({ organization: right }), ...(await twoAssigned())];
    const people = [reader, outsider, assigned, released];
    for (const [index, { personId }] of people.entries())
      for (const { courseId, lessonIds } of [inner, open])
        for (const lessonId of lessonIds.slice(index % 2)) await complete(school, personId, courseId, lessonId);

    const asks = people.flatMap(({ client: own }) => [
      ...[inner, open].map(
        ({ courseId }) =>
          () =>
            own.call(catalog.getCourseContent, { params: { courseId } }),
      ),
      () => own.call(catalog.listMyCourses, { query: {} }),
      () => own.call(catalog.listMyCourses, { query: { limit: 1 } }),
    ]);
    const answer = (ask: (typeof asks)[number]) => ask().catch((error: { code: string }) => error.code);
    const alone: unknown[] = [];
    for (const ask of asks) alone.push(await answer(ask));
    expect(await Promise.all([...asks, ...asks].map(answer))).toEqual([...alone, ...alone]);
    const inners = [0, 4, 8, 12].map((place) => alone[place]);
    const seen = expect.objectContaining({ title: '支部课程', completed: true });
    expect(inners).toEqual([seen, 'course_not_found', seen, 'course_not_found']);

    /** The left branch's course is assigned to two of the right one; from the second it was taken back. */
    async function twoAssigned() {
      const two = [await make.person({ organization: right }), await make.person({ organization: right })] as const;
      await school.query(
        `with a as (insert into assignment (organization_id, title, state, mode, required, opens_at, opened_at, rules, version, created_at, updated_at)
           values ($1, '任务', 'published', 'live', true, $2, $2, '{}', 1, $2, $2) returning id),
         item as (insert into assignment_item (assignment_id, ordinal, kind, course_id) select id, 1, 'course', $3 from a)
         insert into assignment_target (person_id, assignment_id, organization_id, assigned_at, span_from, version, reasons, released_at, release_reason)
         select person, a.id, $1, $2, $2, 1, '{0}', released, case when released is not null then 'changed' end
         from a, (values ($4::uuid, null), ($5::uuid, $2::timestamptz)) t (person, released)`,
        [right.id, school.clock.now(), inner.courseId, two[0].personId, two[1].personId],
      );
      return two;
    }
  });

  it('give the lesson page its media, progress, and what did not count and was not replayed since', async () => {
    const { make, client, left, right } = school;
    const { courseId, lessonIds } = await readyDraft(school, { organization: left, visibility: 'subtree' });
    const [lessonId = ''] = lessonIds;
    await publish(client, courseId);
    const learner = await make.person({ organization: left });
    const params = { courseId, lessonId };
    const fresh = await learner.client.call(catalog.getLesson, { params });
    expect(fresh).toMatchObject({ completionPercent: 90, maxRate: 150, hours: '1.00', durationMs: 31 * 60_000 });
    expect(fresh.media?.hlsUrl).toBe(`/api/v1/media/${fresh.media?.id}/hls/master.m3u8`);
    expect(fresh.progress).toEqual({ coverage: [], frontierMs: 0, positionMs: 0, completedAt: null, refused: [] });

    await school.query(
      `with v as (select l.id from lesson_version l where l.lesson_id = $2),
       p as (insert into lesson_progress (person_id, lesson_id, course_id, lesson_version_id, coverage, frontier_ms, position_ms, updated_at)
         select $1, $2, $3, v.id, '{[0,5000)}', 9000, 4000, $4 from v),
       lease as (insert into playback_lease (person_id, lesson_id, lesson_version_id, course_id, duration_ms, policy_version, completion_percent, max_rate,
           started_at, last_heartbeat_at) select $1, $2, v.id, $3, 1, 1, 90, 150, $4, $4 from v returning id)
       insert into watch_heartbeat (person_id, lease_id, seq, at, event, accepted, played_ms, refused)
       select $1, lease.id, n, $4, 'tick', '{}', 0, refused::jsonb
       from lease, (values (1, '[[4000,5500,"budget"],[5500,6000,"budget"]]'), (2, '[[8000,9000,"ahead"]]')) b (n, refused)`,
      [learner.personId, lessonId, courseId, school.clock.now()],
    );
    const { progress } = await learner.client.call(catalog.getLesson, { params });
    expect(progress).toMatchObject({ coverage: [[0, 5000]], frontierMs: 9000, positionMs: 4000 });
    expect(progress.refused).toEqual([
      { interval: [5000, 6000], reason: 'budget' },
      { interval: [8000, 9000], reason: 'ahead' },
    ]);
    const outsider = await make.person({ organization: right });
    await expect(outsider.client.call(catalog.getLesson, { params })).rejects.toEqual(refused('course_not_found'));
    const elsewhere = await readyDraft(school);
    await expect(
      learner.client.call(catalog.getLesson, { params: { courseId, lessonId: elsewhere.lessonIds[0] ?? '' } }),
    ).rejects.toEqual(refused('lesson_not_found'));
  });
});
