import { people } from '@dangxiao/contracts';
import { expect, test, type Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { signIn } from '../../tools/demo/learners.ts';
import { passwordOf, signInToConsole, signInToPortal } from './support/people.ts';

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
  await openPerson(page, baseURL ?? '', '李秀梅');
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
  await signInToPortal(page, 'wangjianguo');
  await page.goto('/me');
  await expect(page.getByText('陈志远：电话求助：看不到课程').first()).toBeVisible();
});
