import { people } from '@dangxiao/contracts';
import { expect, test } from '@playwright/test';
import { signIn } from '../../tools/demo/learners.ts';
import { openPage, passwordOf, signInToConsole } from './support/people.ts';

test('a page, a person and an action are found from the keyboard', async ({ page }) => {
  await signInToConsole(page);
  const dialog = page.getByRole('dialog', { name: '搜索并前往' });
  const find = async (word: string, result: RegExp) => {
    await page.keyboard.press('Control+k');
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await page.keyboard.type(word);
    await expect(dialog.getByRole('option', { name: result }).first()).toBeVisible();
  };
  await find('tk', /题库/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/admin\/questions$/);
  await find('王建国', /王建国/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '王建国', level: 1 })).toBeVisible();
  await find('bzrw', /布置任务/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: '布置新任务' })).toBeVisible();
});

test('on a phone the pages are in a drawer, and the scope changes the list', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInToConsole(page);
  await page.getByRole('button', { name: '菜单' }).click();
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '人员', exact: true }).click();
  await expect(page).toHaveURL(/\/admin\/people/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('内科党支部').first()).toBeVisible();
  await page.getByRole('button', { name: /中共青山县委员会/ }).click();
  const picker = page.getByRole('dialog', { name: '组织范围' });
  await picker.getByText('柳河镇党委', { exact: true }).click();
  await expect(page.getByText('内科党支部')).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('a half-filled form is asked about by Back, by a link and by a refresh; a double click saves once', async ({
  page,
  baseURL,
}) => {
  await signInToConsole(page);
  await openPage(page, '组织人员', '人员');
  await openPage(page, '组织人员', '单位');
  await page.getByRole('button', { name: '新建单位' }).click();
  const form = page.getByRole('dialog', { name: '新建单位' });
  await form.getByRole('button', { name: '新建单位' }).click();
  await expect(form.getByText('请填写').first()).toBeVisible();
  const name = `双击单位${Date.now()}`;
  await form.getByLabel('单位名称').fill(name);

  const question = page.getByRole('dialog', { name: '放弃未保存的内容？' });
  const stay = async () => {
    await question.getByRole('button', { name: '继续填写' }).click();
    await expect(form.getByLabel('单位名称')).toHaveValue(name);
  };
  await page.goBack();
  await stay();
  let asked = '';
  page.once('dialog', (dialog) => {
    asked = dialog.type();
    void dialog.dismiss();
  });
  await page.reload({ timeout: 3_000 }).catch(() => undefined);
  expect(asked).toBe('beforeunload');
  await expect(form.getByLabel('单位名称')).toHaveValue(name);

  await form.getByLabel('单位编码').fill(`D-${Date.now()}`);
  await form.getByRole('button', { name: '新建单位' }).dblclick();
  await expect(form).toHaveCount(0);
  const admin = await signIn(baseURL ?? '', 'admin', passwordOf('admin'));
  const { items } = await admin.call(people.listEmployers, { query: { q: name } });
  expect(items).toHaveLength(1);
  await page.goBack();
  await expect(question).toHaveCount(0);
});

test('another lesson is not opened over values that are not saved', async ({ page }) => {
  await signInToConsole(page);
  await page.goto('/admin/courses');
  await page.getByRole('link', { name: '网上党校使用入门' }).click();
  await page.getByLabel('简介', { exact: true }).fill('还没有保存的简介。');
  const lesson = page.getByRole('link', { name: '如何参加单元测试与查看学时' });
  await lesson.click();
  const question = page.getByRole('dialog', { name: '放弃未保存的内容？' });
  await question.getByRole('button', { name: '继续填写' }).click();
  await expect(page.getByLabel('简介', { exact: true })).toHaveValue('还没有保存的简介。');
  await lesson.click();
  await question.getByRole('button', { name: '放弃', exact: true }).click();
  await expect(page.getByLabel('课时名称')).toBeVisible();
});
