import { catalog, people, questions } from '@dangxiao/contracts';
import { expect, test, type Page } from '@playwright/test';
import { signIn } from '../../tools/demo/learners.ts';
import { passwordOf, signInToConsole } from './support/people.ts';

const administrator = (baseURL: string | undefined) => signIn(baseURL ?? '', 'admin', passwordOf('admin'));
const headings = (page: Page) => page.getByRole('columnheader').allInnerTexts();

test('a list is searched, ordered, and shows the columns that were chosen', async ({ page }) => {
  await signInToConsole(page);
  await page.goto('/admin/courses');
  const rows = page.getByRole('region', { name: '课程' }).getByRole('row');
  await expect(rows.nth(2)).toBeVisible();

  const lessons = async () =>
    (await rows.locator('td:nth-child(4)').allInnerTexts()).filter((cell) => cell.trim() !== '').map(Number);
  const rising = (await lessons()).toSorted((a, b) => a - b);
  const heading = page.getByRole('columnheader', { name: '课时' });
  expect(new Set(rising).size).toBeGreaterThan(1);
  await heading.click();
  await expect(page).toHaveURL(/sort=lessonCount/);
  await expect.poll(lessons).toEqual(rising);
  await heading.click();
  await expect(page).toHaveURL(/sort=-lessonCount/);
  await expect.poll(lessons).toEqual(rising.toReversed());

  await page.getByRole('button', { name: '显示列' }).click();
  await page.getByRole('checkbox', { name: '学习人数' }).uncheck();
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.getByRole('columnheader', { name: '学习人数' })).toHaveCount(0);
  await page.reload();
  await page.getByRole('button', { name: '显示列（已隐藏 1 列）' }).waitFor();
  expect(await headings(page)).not.toContain('学习人数');

  const search = page.getByRole('searchbox', { name: '课程名称' });
  await search.fill('没有这门课');
  await expect(page).toHaveURL(/q=/);
  await page.getByText('没有符合条件的课程').waitFor();
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(rows.nth(2)).toBeVisible();
  await expect(search).toHaveValue('');
});

test('where there is no room for a table, a list is made of cards, and the page does not scroll sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInToConsole(page);
  for (const path of [
    'people',
    'courses',
    'questions',
    'employers',
    'exams',
    'audit',
    'assignments',
    'dashboards/people',
  ]) {
    await page.goto(`/admin/${path}`);
    await expect(page.getByRole('definition').first()).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
    const beyond = await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
    expect({ path, beyond }).toEqual({ path, beyond: 0 });
  }
});

test('several rows are chosen, or all that match, and handled at once', async ({ page, baseURL }) => {
  const admin = await administrator(baseURL);
  const [course] = (await admin.call(catalog.listCourses, { query: {} })).items;
  const { organizationId } = await admin.call(catalog.getCourseDraft, { params: { courseId: course?.id ?? '' } });
  const word = `批量${Date.now().toString(36)}`;
  const more = 22;
  const question = { kind: 'true_false' as const, options: [], correct: ['A' as const], explanation: '' };
  for (let number = 1; number <= more; number += 1)
    await admin.call(questions.createQuestion, { body: { organizationId, text: `${word} ${number}`, ...question } });
  await signInToConsole(page);
  await page.goto(`/admin/questions?q=${encodeURIComponent(word)}`);
  const bar = page.getByRole('group', { name: '批量操作' });
  const ticks = page.getByRole('region', { name: '题库' }).getByRole('checkbox');
  await ticks.nth(1).check();
  await ticks.nth(2).check();
  await bar.getByText('已选 2 条').waitFor();
  await bar.getByRole('button', { name: '停用所选 2 题' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await bar.getByRole('button', { name: '取消选择' }).click();
  await expect(ticks.nth(1)).not.toBeChecked();
  await ticks.first().check();
  await bar.getByText('已选 20 条').waitFor();
  await bar.getByRole('button', { name: `选择全部符合条件的 ${more} 条` }).click();
  await bar.getByText(`已选 ${more} 条`).waitFor();
  await bar.getByRole('button', { name: `停用所选 ${more} 题` }).click();
  await page.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click();
  await page.getByText('没有符合条件的内容').waitFor();
  expect((await admin.call(questions.listQuestions, { query: { q: word } })).items).toEqual([]);
});

test('Enter in a field saves, and leaving what was changed asks', async ({ page, baseURL }) => {
  const admin = await administrator(baseURL);
  const [unit] = (await admin.call(people.listEmployers, { query: { q: '实验小学' } })).items;
  if (!unit) throw new Error('The demo has no such unit');
  await signInToConsole(page);
  await page.goto('/admin/employers');
  const edit = page.getByRole('button', { name: `编辑“${unit.name}”` });
  await edit.click();
  await page.getByLabel('单位编码').fill('D-JY-9');
  await page.getByLabel('单位编码').press('Enter');
  await expect(page.getByText('已保存')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await edit.click();
  await page.getByLabel('单位编码').fill(unit.code);
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  const question = page.getByRole('dialog', { name: '放弃未保存的内容？' });
  await question.getByRole('button', { name: '继续填写' }).click();
  await expect(page.getByLabel('单位编码')).toHaveValue(unit.code);
  await page.getByLabel('单位编码').press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const [now] = (await admin.call(people.listEmployers, { query: { q: unit.name } })).items;
  expect(now?.code).toBe(unit.code);

  await page.goto('/admin/assignments/programmes');
  await page.getByRole('button', { name: '编辑 ' }).first().click();
  await page.getByLabel('专题名称').press('Enter');
  await expect(page.getByText('已保存')).toBeVisible();
});

test('a change of something else by another person hinders nobody', async ({ page, baseURL }) => {
  const admin = await administrator(baseURL);
  const [course] = (await admin.call(catalog.listCourses, { query: {} })).items;
  if (!course) throw new Error('The demo has no course');
  const params = { courseId: course.id };
  const draftOf = () => admin.call(catalog.getCourseDraft, { params });
  const before = await draftOf();
  await signInToConsole(page);
  await page.goto(`/admin/courses/${course.id}`);
  await page.getByLabel('简介', { exact: true }).fill('另一份简介。');
  await admin.call(catalog.updateCourse, { params, body: { revision: before.revision } });
  expect((await draftOf()).revision).toBe(before.revision + 1);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('已保存')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const after = await draftOf();
  expect(after).toMatchObject({ summary: '另一份简介。', revision: before.revision + 2 });
  await admin.call(catalog.updateCourse, { params, body: { revision: after.revision, summary: before.summary } });
});
