import { catalog, people } from '@dangxiao/contracts';
import { expect, test, type Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { signIn } from '../../tools/demo/learners.ts';
import { demoLearner, newLearner, passwordOf, signInToConsole, signInToPortal } from './support/people.ts';

const STEP = 30_000;

/** The page of a person in the console, by name. */
async function openPerson(page: Page, baseUrl: string, name: string): Promise<void> {
  const admin = await signIn(baseUrl, 'admin', passwordOf('admin'));
  const { items } = await admin.call(people.listPeople, { query: { q: name } });
  await page.goto(`/admin/people/${items[0]?.id}?tab=account`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

test('a role is granted and revoked in the console', async ({ page, baseURL }) => {
  await signInToConsole(page);
  const { name } = await newLearner(baseURL ?? '');
  await openPerson(page, baseURL ?? '', name);
  const dialog = page.getByRole('dialog');
  const menu = page.getByRole('button', { name: '更多操作' });
  await menu.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await page.getByRole('button', { name: '授予角色' }).click();
  await dialog.getByRole('radio', { name: /^教师/ }).check();
  await dialog.getByRole('button', { name: '授予角色' }).click();
  const row = page.getByRole('listitem').filter({ hasText: '教师' });
  await expect(row).toContainText('第 1 级授权');
  await expect(row).toContainText('由 陈志远 授予');
  await row.getByRole('button', { name: '撤销教师角色' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click();
  await expect(row).toHaveCount(0);
});

test('two factors are set up, asked for at the next sign-in, and reset by another administrator', async ({
  page,
  baseURL,
}) => {
  await signInToConsole(page, 'zhaohongxia');
  await page.goto('/admin/me');
  const section = page.getByRole('region', { name: '两步验证' });
  await section.getByRole('button', { name: '设置' }).click();
  const secret = (await page.getByRole('dialog').locator('code').innerText()).replace(/\s/g, '');
  const codeAt = (steps: number) =>
    new TOTP({ secret, digits: 6, period: 30 }).generate({ timestamp: Date.now() + steps * STEP });
  await page.getByLabel('扫描后，输入验证器显示的 6 位验证码').fill(codeAt(0));
  await page.getByRole('button', { name: '完成设置' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(10);
  await page.getByRole('button', { name: '已妥善保存，继续' }).click();
  await expect(section).toContainText('已设置');

  await page.context().clearCookies();
  await page.goto('/admin/sign-in');
  await page.getByLabel('登录名或手机号').fill('zhaohongxia');
  await page.getByLabel('密码', { exact: true }).fill(passwordOf('zhaohongxia'));
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '两步验证' }).waitFor();
  await page.getByLabel('验证码').fill('000000');
  await page.getByRole('button', { name: '验证并登录' }).click();
  await expect(page.getByText(/验证码不正确或已用过/)).toBeVisible();
  await page.getByLabel('验证码').fill(codeAt(1));
  await page.getByRole('button', { name: '验证并登录' }).click();
  await page.getByRole('heading', { level: 1, name: '概览' }).waitFor();

  await page.context().clearCookies();
  await signInToConsole(page);
  await openPerson(page, baseURL ?? '', '赵红霞');
  await page.getByRole('button', { name: '重置两步验证' }).click();
  await page.getByLabel('原因').fill('手机遗失，已当面核实');
  await page.getByRole('dialog').getByRole('button', { name: '重置两步验证' }).click();
  await expect(page.getByText('已重置“赵红霞”的两步验证')).toBeVisible();
  await page.context().clearCookies();
  await signInToConsole(page, 'zhaohongxia');
});

test('an administrator sees the portal as a learner, changes nothing, and the learner can see it', async ({
  page,
  baseURL,
}) => {
  await signInToConsole(page);
  await openPerson(page, baseURL ?? '', '王建国');
  await page.getByRole('button', { name: '以其身份查看' }).click();
  await page.getByLabel('原因').fill('电话求助：看不到课程');
  await page.getByRole('button', { name: '开始查看' }).click();
  const banner = page.getByText(/您正在以 王建国 的身份查看 · 只读/);
  await banner.waitFor();
  await page.goto('/courses');
  await expect(banner).toBeVisible();
  const refused = await page.evaluate(async () => {
    const answer = await fetch('/api/v1/me/password', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    return ((await answer.json()) as { error: { code: string } }).error.code;
  });
  expect(refused).toBe('see_as_read_only');
  await page.goto('/admin/people');
  await page.getByRole('heading', { name: '您正在以“王建国”的身份查看学员端' }).waitFor();
  await page.goto('/');
  await page.getByRole('button', { name: '结束', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '概览' }).waitFor();
  await page.context().clearCookies();
  await signInToPortal(page, demoLearner('wangjianguo'));
  await page.goto('/me');
  await expect(page.getByText('陈志远：电话求助：看不到课程').first()).toBeVisible();
});

test('an edit that somebody else overtook is decided with both versions in sight', async ({ page, baseURL }) => {
  const admin = await signIn(baseURL ?? '', 'admin', passwordOf('admin'));
  const [unit] = (await admin.call(people.listEmployers, { query: { q: '实验小学' } })).items;
  if (!unit) throw new Error('The demo has no such unit');
  await signInToConsole(page);
  await page.goto('/admin/employers');
  await page.getByRole('button', { name: `编辑“${unit.name}”` }).click();
  const params = { employerId: unit.id };
  await admin.call(people.updateEmployer, { params, body: { revision: unit.revision, parentEmployerId: null } });
  await page.getByLabel('单位编码').fill('D-JY-3');
  await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click();
  const notice = page.getByRole('alert').filter({ hasText: '其他人已修改了这份资料' });
  await expect(notice.getByRole('row').filter({ hasText: '单位编码' })).toContainText('D-JY-2');
  await expect(notice.getByRole('row').filter({ hasText: '上级单位' })).toContainText(unit.parent?.name ?? '?');
  await notice.getByRole('button', { name: '用我的内容覆盖' }).click();
  await expect(page.getByText('已保存')).toBeVisible();
  const [kept] = (await admin.call(people.listEmployers, { query: { q: unit.name } })).items;
  expect(kept).toMatchObject({ code: 'D-JY-3', parent: { id: unit.parent?.id } });
  const back = { revision: kept?.revision ?? 0, code: unit.code };
  await admin.call(people.updateEmployer, { params, body: back });

  const [course] = (await admin.call(catalog.listCourses, { query: { q: '网上党校使用入门' } })).items;
  const [teacher] = (await admin.call(people.listPeople, { query: { q: '周明德' } })).items;
  if (!course || !teacher) throw new Error('The demo has no course or no instructor');
  const address = { courseId: course.id };
  const draftOf = () => admin.call(catalog.getCourseDraft, { params: address });
  const { revision, summary, instructorId } = await draftOf();
  await page.goto(`/admin/courses/${course.id}`);
  await page.getByLabel('简介', { exact: true }).fill('一份新的简介。');
  const overtake = { revision, instructorId: teacher.id };
  await admin.call(catalog.updateCourse, { params: address, body: overtake });
  // What is read again meanwhile does not change what the form goes over.
  const reread = page.waitForResponse((answer) => answer.url().includes(`/courses/${course.id}`) && answer.ok());
  await page.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 120_000;
    window.dispatchEvent(new Event('visibilitychange'));
  });
  await reread;
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '这里刚被别人修改过' });
  await expect(dialog.getByRole('row').filter({ hasText: '主讲人' })).toContainText('周明德');
  await dialog.getByRole('button', { name: '放弃我的修改' }).click();
  await expect(page.getByLabel('简介', { exact: true })).toHaveValue(summary);
  const now = await draftOf();
  expect(now).toMatchObject({ summary, instructorId: teacher.id });
  await admin.call(catalog.updateCourse, { params: address, body: { revision: now.revision, instructorId } });
});
