import { readFile } from 'node:fs/promises';
import { accounts, people } from '@dangxiao/contracts';
import { expect, test, type Page } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { signIn } from '../../tools/demo/learners.ts';
import { xlsx } from '../support/tables.ts';
import { openPage, passwordOf, signInToConsole } from './support/people.ts';
import { writeShortCourse } from './support/short-course.ts';

const mark = Date.now().toString(36);
const course = `下乡短训 ${mark}`;
const training = `春训 ${mark}`;
const [first, second] = [`甲${mark}`, `乙${mark}`];

test('people are imported, assigned, reminded, finish, and stand in the exported table', async ({
  browser,
  baseURL,
}) => {
  const url = baseURL ?? '';
  await writeShortCourse(url, course, false);
  const desk = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await signInToConsole(desk);
  await importPeople(desk, url);
  await assign(desk);
  await desk.getByRole('button', { name: '立即提醒' }).click();
  await desk.getByRole('button', { name: '提醒 2 人' }).click();
  await expect(desk.getByText('已提醒 2 人')).toBeVisible();

  const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await learn(phone, await codeFor(url, first));

  const finished = desk.getByRole('row', { name: new RegExp(`${first}.*已完成`) });
  await expect(finished).toBeVisible({ timeout: 45_000 });
  const rows = await exportPeople(desk);
  expect(rows.map((row) => [row.includes(first), row.includes(second), row.includes('已完成')])).toEqual([
    [true, false, true],
    [false, true, false],
  ]);
});

async function importPeople(page: Page, url: string): Promise<void> {
  const admin = await signIn(url, 'admin', passwordOf('admin'));
  const { items } = await admin.call(people.searchOrganizations, { query: { q: '支部', limit: 1 } });
  const table = await xlsx([
    ['姓名', '组织编码', '人员类别'],
    [first, items[0]?.code ?? '', '正式党员'],
    [second, items[0]?.code ?? '', '正式党员'],
  ]);
  await page.goto('/admin/imports');
  await page.locator('input[type=file]').first().setInputFiles({ name: '新党员.xlsx', mimeType: '', buffer: table });
  await page.getByRole('button', { name: '导入 2 行' }).click({ timeout: 30_000 });
  await page.getByRole('dialog').getByRole('button', { name: /导入/ }).click();
  await expect(page.getByText('导入完成', { exact: true })).toBeVisible({ timeout: 30_000 });
}

async function assign(page: Page): Promise<void> {
  await openPage(page, '学习', '培训任务');
  await page.getByRole('button', { name: '布置任务' }).click();
  await page.getByRole('dialog').getByLabel('任务名称').fill(training);
  await page.getByRole('button', { name: '开始', exact: true }).click();
  await page.getByRole('button', { name: `加入“${course}”` }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '添加人员' }).click();
  await page.getByRole('menuitem', { name: '指定个人' }).click();
  for (const name of [first, second]) {
    await page.getByRole('combobox', { name: '指定个人' }).fill(name);
    await page.getByTitle(name).first().click();
  }
  await expect(page.getByTestId('live-count')).toHaveText('2 人');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '一周后' }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '发布给 2 人' }).click();
  await expect(page.getByRole('row', { name: new RegExp(first) })).toBeVisible({ timeout: 20_000 });
}

async function codeFor(url: string, name: string): Promise<string> {
  const admin = await signIn(url, 'admin', passwordOf('admin'));
  const { items } = await admin.call(people.listPeople, { query: { q: name } });
  const personId = items[0]?.id ?? '';
  return (await admin.call(accounts.issueActivationCode, { params: { personId } })).code;
}

/** Opens the account, finds the reminder, and reads the course that it is about. */
async function learn(page: Page, code: string): Promise<void> {
  await page.goto('/activate');
  await page.getByLabel('激活码').fill(code);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('登录名').fill(`xue-${mark}`);
  await page.getByLabel('新密码').fill(`chunxun-${mark}-1`);
  await page.getByLabel('再输入一次').fill(`chunxun-${mark}-1`);
  await page.getByRole('button', { name: '开通并登录' }).click();
  await page.getByRole('button', { name: '我已阅读并同意' }).click();
  await page.goto('/inbox');
  await page.getByText(`组织提醒您完成《${training}》`).click();
  await expect(page).toHaveURL(/\/training#.+/);
  await page
    .getByRole('article')
    .filter({ hasText: training })
    .getByRole('link', { name: course, exact: true })
    .click();
  await page.getByRole('link', { name: '开始《短文》' }).first().click();
  await expect(page.getByText('已记入您的学时')).toBeVisible({ timeout: 60_000 });
}

/** Exports the people of the assignment on the page. @returns the rows of the downloaded table */
async function exportPeople(page: Page): Promise<string[][]> {
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByRole('button', { name: '开始导出' }).click();
  await openPage(page, '系统', '导出');
  const download = page.waitForEvent('download', { timeout: 30_000 });
  await page
    .getByRole('button', { name: /^下载/ })
    .or(page.getByRole('link', { name: /^下载/ }))
    .first()
    .click({ timeout: 30_000 });
  const { sheets } = await readXlsx(await readFile(await (await download).path()));
  return (sheets[1]?.rows ?? []).slice(1).map((row) => row.map(String));
}
