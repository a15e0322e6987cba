import { columns, type RowOf } from '../../../apps/api/src/database/columns.ts';
import { Pg } from '../../../apps/api/src/database/pg.ts';
import { UnitOfWork } from '../../../apps/api/src/database/unit-of-work.ts';
import { SignInThrottle } from '../../../apps/api/src/modules/accounts/entities/sign-in-throttle.ts';
import { Course } from '../../../apps/api/src/modules/catalog/entities/course.ts';
import { Lesson } from '../../../apps/api/src/modules/catalog/entities/lesson.ts';
import { Unit } from '../../../apps/api/src/modules/catalog/entities/unit.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const NOWHERE = '00000000-0000-7000-8000-000000000000';

describe('rows by their entities', () => {
  let t: TestApp;
  let uow: UnitOfWork;
  let unitId: string;
  const lessonOf = (title: string): Partial<Lesson> => ({
    unitId,
    kind: 'article',
    title,
    ordinal: 1,
    mediaId: null,
    articleHtml: null,
    minimumReadingSeconds: 60,
    removedAt: null,
  });
  beforeAll(async () => {
    t = await testApp();
    uow = t.get(UnitOfWork);
    const { id: organizationId } = (await t.make.school()).root;
    const at = t.clock.now();
    unitId = await uow.run(async (tx) => {
      const course = await tx.insert(
        Course,
        {
          organizationId,
          title: 'T',
          initials: 't',
          instructorId: null,
          visibility: 'school',
          coverFileId: null,
          publishedVersionId: null,
          publishedRevision: null,
          publishedAt: null,
          archivedAt: null,
          createdAt: at,
          updatedAt: at,
        },
        ['id'],
      );
      const unit = await tx.insert(Unit, { courseId: course.id, title: 'U', ordinal: 1, removedAt: null }, ['id']);
      return unit.id;
    });
  });
  afterAll(() => t.close());

  it('are inserted, found, changed field by field and deleted', async () => {
    const made = await uow.run((tx) => tx.insert(Lesson, lessonOf('one'), ['id', 'unitId', 'revision']));
    expect(made).toEqual({ id: expect.any(String), unitId, revision: 1 });
    const changes = { title: 'two', required: undefined, removedAt: t.clock.now(), revision: () => 'revision + 1' };
    expect(await uow.run((tx) => tx.update(Lesson, { id: made.id, removedAt: null }, changes))).toBe(1);
    const found = await t.get(Pg).find(Lesson, { id: made.id }, ['title', 'required', 'removedAt', 'revision']);
    expect(found).toMatchObject({ title: 'two', required: true, removedAt: t.clock.now(), revision: 2 });
    expect(await uow.run((tx) => tx.update(Lesson, { id: made.id, removedAt: null }, { title: 'three' }))).toBe(0);
    expect(await uow.run((tx) => tx.delete(Lesson, { id: made.id }))).toBe(1);
    expect(await uow.run((tx) => tx.find(Lesson, { id: made.id }, ['title'], 'held'))).toBeNull();
  });

  it('name every column that has no default, or are refused', async () => {
    const { minimumReadingSeconds: _, ...forgetful } = lessonOf('one');
    await expect(uow.run((tx) => tx.insert(Lesson, forgetful))).rejects.toThrow('minimumReadingSeconds');
  });

  it('need a condition, with a value for each of its fields', async () => {
    const nothing = { id: undefined } as unknown as { id: string };
    await expect(uow.run((tx) => tx.delete(Lesson, nothing))).rejects.toThrow('every row');
    await expect(uow.run((tx) => tx.update(Lesson, {}, { title: 'x' }))).rejects.toThrow('every row');
    await expect(t.get(Pg).find(Lesson, {}, ['title'])).rejects.toThrow('every row');
  });

  it('are one at a time when they are found', async () => {
    await uow.run(async (tx) => {
      for (const title of ['one', 'two']) await tx.insert(Lesson, lessonOf(title));
    });
    await expect(t.get(Pg).find(Lesson, { unitId }, ['id'])).rejects.toThrow('More than one');
    expect(await t.get(Pg).find(Lesson, { unitId: NOWHERE }, ['id'])).toBeNull();
  });

  it('hold a locked row until the transaction ends', async () => {
    await t.pg.execute(`insert into sign_in_throttle values ('held', 0, $1)`, [t.clock.now()]);
    const order: string[] = [];
    await uow.run(async (tx) => {
      await tx.find(SignInThrottle, { key: 'held' }, ['failures'], 'held');
      const other = uow.run((later) => later.update(SignInThrottle, { key: 'held' }, { failures: 1 }));
      void other.then(() => order.push('other'));
      await new Promise((resolve) => setTimeout(resolve, 100));
      order.push('held');
      tx.afterCommit(async () => void (await other));
    });
    expect(order).toEqual(['held', 'other']);
  });

  it('give SQL its columns and its row type from one list', () => {
    const of = columns(Lesson, 'l', ['id', 'unitId', 'minimumReadingSeconds']);
    const row: RowOf<typeof of> = { id: '', unitId: '', minimumReadingSeconds: null };
    expect(`${of}`).toBe('l.id, l.unit_id as "unitId", l.minimum_reading_seconds as "minimumReadingSeconds"');
    expect(Object.keys(row)).toEqual(['id', 'unitId', 'minimumReadingSeconds']);
  });
});
