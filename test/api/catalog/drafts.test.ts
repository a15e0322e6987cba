import { catalog } from '@dangxiao/contracts';
import { addVideo, courseSchool, draftOf, readyDraft, refused, type CourseSchool } from './course-school.ts';

describe('drafts of courses', () => {
  let school: CourseSchool;
  beforeAll(async () => {
    school = await courseSchool();
  });
  afterAll(() => school.close());

  it('begin with one empty unit and say what publishing still needs', async () => {
    const { client, root } = school;
    const { id: courseId } = await client.call(catalog.createCourse, {
      body: { organizationId: root.id, title: '新课程' },
    });
    const draft = await draftOf(client, courseId);
    expect(draft).toMatchObject({
      state: 'draft',
      visibility: 'subtree',
      publishedVersion: null,
      changed: true,
      revision: 1,
    });
    expect(draft.units).toHaveLength(1);
    const { ready, items } = await client.call(catalog.getChecklist, { params: { courseId } });
    expect(ready).toBe(false);
    expect(items.filter((item) => !item.done).map((item) => item.code)).toEqual(['summary', 'unit_has_lesson']);
    expect(items.find((item) => item.code === 'unit_has_lesson')?.where).toMatchObject({
      kind: 'unit',
      id: draft.units[0]?.id,
    });
  });

  it('refuse a stale edit with the draft as it stands, and change only the fields that were sent', async () => {
    const { client } = school;
    const { courseId } = await readyDraft(school);
    const edit = (revision: number, body: object) =>
      client.call(catalog.updateCourse, { params: { courseId }, body: { revision, ...body } });
    const after = await edit(2, { title: '改过的标题' });
    expect(after).toMatchObject({ title: '改过的标题', summary: '一门课程', revision: 3 });
    await expect(edit(2, { summary: '迟到的修改' })).rejects.toMatchObject({
      code: 'stale_revision',
      params: { current: { title: '改过的标题', revision: 3 } },
    });
    expect((await draftOf(client, courseId)).summary).toBe('一门课程');
  });

  it('refuse a stale edit of a lesson with the lesson as it stands, and keep what was saved before it', async () => {
    const { client } = school;
    const { lessonIds } = await readyDraft(school);
    const [lessonId = ''] = lessonIds;
    const edit = (revision: number, body: object) =>
      client.call(catalog.updateLesson, { params: { lessonId }, body: { revision, ...body } });
    expect(await edit(1, { title: '改过的课' })).toMatchObject({ title: '改过的课', revision: 2 });
    for (const stale of [1, 3])
      await expect(edit(stale, { title: '迟到的修改' })).rejects.toMatchObject({
        status: 409,
        code: 'stale_revision',
        params: { current: { id: lessonId, title: '改过的课', revision: 2 } },
      });
    expect(await edit(2, { required: false })).toMatchObject({ title: '改过的课', required: false, revision: 3 });
  });

  it('let exactly one of many edits of one revision through', async () => {
    const { client } = school;
    const { courseId } = await readyDraft(school);
    const edits = Array.from({ length: 8 }, (_, n) =>
      client.answer(catalog.updateCourse, { params: { courseId }, body: { revision: 2, title: `标题${n}` } }),
    );
    const states = (await Promise.all(edits)).map((answer) => answer.status);
    expect(states.filter((status) => status === 200)).toHaveLength(1);
    expect(states.filter((status) => status === 409)).toHaveLength(7);
  });

  it('order units and lessons as a whole; a list that is not exactly the outline is refused', async () => {
    const { client } = school;
    const { courseId, unitId, lessonIds } = await readyDraft(school);
    const { id: second } = await client.call(catalog.createUnit, { params: { courseId }, body: { title: '第二单元' } });
    const [first = '', other = ''] = lessonIds;
    const order = (units: { id: string; lessonIds: string[] }[], revision = 2) =>
      client.call(catalog.orderOutline, { params: { courseId }, body: { revision, units } });
    const mismatches = [
      [{ id: unitId, lessonIds }],
      [
        { id: second, lessonIds: [first] },
        { id: unitId, lessonIds: [first, other] },
      ],
      [
        { id: second, lessonIds: [] },
        { id: unitId, lessonIds: [first] },
      ],
      [
        { id: second, lessonIds: [] },
        { id: second, lessonIds: [first, other] },
      ],
    ];
    for (const units of mismatches) await expect(order(units)).rejects.toEqual(refused('outline_mismatch'));
    const foreign = await readyDraft(school);
    await expect(
      order([
        { id: second, lessonIds: [] },
        { id: unitId, lessonIds: [first, foreign.lessonIds[0] ?? ''] },
      ]),
    ).rejects.toEqual(refused('outline_mismatch'));

    const draft = await order([
      { id: second, lessonIds: [other] },
      { id: unitId, lessonIds: [first] },
    ]);
    expect(draft.units.map((unit) => [unit.id, unit.lessons.map((lesson) => lesson.id)])).toEqual([
      [second, [other]],
      [unitId, [first]],
    ]);
    await expect(order([], 2)).rejects.toEqual(refused('stale_revision'));
  });

  it('keep fields to their kind of lesson', async () => {
    const { client } = school;
    const { unitId, lessonIds } = await readyDraft(school);
    const { id: lessonId } = await client.call(catalog.createLesson, {
      params: { unitId },
      body: { kind: 'article', title: '文章' },
    });
    const edit = (id: string, body: object) =>
      client.call(catalog.updateLesson, { params: { lessonId: id }, body: { revision: 1, ...body } });
    await expect(edit(lessonIds[0] ?? '', { articleHtml: '<p>x</p>' })).rejects.toEqual(refused('validation_failed'));
    const video = edit(lessonIds[0] ?? '', { minimumReadingSeconds: 60 });
    await expect(video).rejects.toMatchObject({
      code: 'validation_failed',
      fields: [{ path: 'minimumReadingSeconds' }],
    });
    await expect(edit(lessonId, { minimumReadingSeconds: null })).rejects.toEqual(refused('validation_failed'));
    await expect(edit(lessonId, { mediaId: crypto.randomUUID() })).rejects.toEqual(refused('validation_failed'));
    await expect(edit(lessonIds[0] ?? '', { mediaId: crypto.randomUUID() })).rejects.toEqual(
      refused('media_not_found'),
    );
    const saved = await edit(lessonId, {
      articleHtml: '<p>正文<script>alert(1)</script></p>',
      minimumReadingSeconds: 90,
    });
    expect(saved).toMatchObject({ articleHtml: '<p>正文</p>', durationMs: 90_000, revision: 2 });
  });

  it('drop removed units and lessons, whose ids are then unknown', async () => {
    const { client } = school;
    const { courseId, unitId, lessonIds } = await readyDraft(school);
    const [lessonId = ''] = lessonIds;
    await client.call(catalog.deleteLesson, { params: { lessonId } });
    await expect(client.call(catalog.deleteLesson, { params: { lessonId } })).rejects.toEqual(
      refused('lesson_not_found'),
    );
    await client.call(catalog.deleteUnit, { params: { unitId } });
    expect((await draftOf(client, courseId)).units).toEqual([]);
    await expect(addVideo(school, unitId, 3, 5)).rejects.toEqual(refused('unit_not_found'));
  });

  it("are 'not found' for administrators of another organization, whatever they try", async () => {
    const { make, left, right } = school;
    const { courseId, unitId, lessonIds } = await readyDraft(school, { organization: left });
    const { client } = await make.administrator(right);
    const [lessonId = ''] = lessonIds;
    const course = { params: { courseId } };
    await expect(client.call(catalog.getCourseDraft, course)).rejects.toEqual(refused('course_not_found'));
    await expect(client.call(catalog.getChecklist, course)).rejects.toEqual(refused('course_not_found'));
    const tries = [
      client.call(catalog.updateCourse, { ...course, body: { revision: 2, title: 'x' } }),
      client.call(catalog.publishCourse, { ...course, body: { revision: 2 } }),
      client.call(catalog.archiveCourse, { ...course, body: { archived: true } }),
      client.call(catalog.orderOutline, { ...course, body: { revision: 2, units: [] } }),
      client.call(catalog.createUnit, { ...course, body: { title: 'x' } }),
    ];
    for (const attempt of tries) await expect(attempt).rejects.toEqual(refused('course_not_found'));
    await expect(
      client.call(catalog.updateUnit, { params: { unitId }, body: { revision: 1, title: 'x' } }),
    ).rejects.toEqual(refused('unit_not_found'));
    await expect(client.call(catalog.deleteUnit, { params: { unitId } })).rejects.toEqual(refused('unit_not_found'));
    await expect(client.call(catalog.deleteLesson, { params: { lessonId } })).rejects.toEqual(
      refused('lesson_not_found'),
    );
    await expect(client.call(catalog.createCourse, { body: { organizationId: left.id, title: 'x' } })).rejects.toEqual(
      refused('organization_not_found'),
    );
    const own = await client.call(catalog.createCourse, { body: { organizationId: right.id, title: '右' } });
    const { items, total } = await client.call(catalog.listCourses, { query: {} });
    expect(items.map((item) => item.id)).toEqual([own.id]);
    expect(total).toBe(1);
    // a lecture, an instructor or a cover of another organization is not found either
    const outsider = await make.person({ organization: left });
    const change = (body: object) =>
      client.call(catalog.updateCourse, { params: { courseId: own.id }, body: { revision: 1, ...body } });
    await expect(change({ instructorId: outsider.personId })).rejects.toEqual(refused('person_not_found'));
    await expect(change({ coverFileId: crypto.randomUUID() })).rejects.toEqual(refused('file_not_found'));
  });

  it('are listed page by page, by state, by title and by pinyin initials', async () => {
    const { make, root } = school;
    const branch = await make.organization(root);
    const { client } = await make.administrator(branch);
    const titles = ['党章导读', '廉政教育', '党史学习'];
    for (const title of titles) {
      school.clock.advance(1000);
      await client.call(catalog.createCourse, { body: { organizationId: branch.id, title } });
    }
    const list = async (query: object) => (await client.call(catalog.listCourses, { query })).items.map((i) => i.title);
    expect(await list({})).toEqual(['党史学习', '廉政教育', '党章导读']);
    expect(await list({ q: 'lzjy' })).toEqual(['廉政教育']);
    expect(await list({ q: '党 学' })).toEqual(['党史学习']);
    expect(await list({ q: '%' })).toEqual([]);
    expect(await list({ state: 'published' })).toEqual([]);
    const first = await client.call(catalog.listCourses, { query: { limit: 2 } });
    expect(first).toMatchObject({ total: 3 });
    expect(await list({ limit: 2, cursor: first.nextCursor })).toEqual(['党章导读']);
    await expect(list({ cursor: 'bm90IG91cnM' })).rejects.toEqual(refused('validation_failed'));
  });
});
