import { expect, test } from '@playwright/test';
import { openPage, demoLearner, signInToConsole, signInToPortal } from './support/people.ts';

const title = `春季培训 ${Date.now().toString(36)}`;

test.describe.configure({ mode: 'serial' });

test('an administrator assigns training in four steps and sees the people assigned', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signInToConsole(page);
  await openPage(page, '学习', '培训任务');
  await page.getByRole('button', { name: '布置任务' }).click();
  await page.getByRole('dialog').getByLabel('任务名称').fill(title);
  await page.getByRole('button', { name: '开始', exact: true }).click();

  await page
    .getByRole('button', { name: /^加入“/ })
    .first()
    .click();
  await page.getByRole('button', { name: '下一步' }).click();

  await page.getByRole('button', { name: '添加人员' }).click();
  await page.getByRole('menuitem', { name: '指定个人' }).click();
  await page.getByRole('combobox', { name: '指定个人' }).fill('王建国');
  await page.getByTitle('王建国').first().click();
  await expect(page.getByTestId('live-count')).toHaveText('1 人');
  await page.getByRole('button', { name: '下一步' }).click();

  await page.getByRole('button', { name: '一周后' }).click();
  await page.getByRole('button', { name: '下一步' }).click();

  await expect(page.getByText('1 人将必修以下内容')).toBeVisible();
  await page.getByRole('button', { name: '发布给 1 人' }).click();
  await expect(page.getByRole('row', { name: /王建国.*被单独指定/ })).toBeVisible({ timeout: 20_000 });
});

test('the learner sees it with its deadline and the reason, and subscribes to a calendar', async ({ page }) => {
  await signInToPortal(page, demoLearner('wangjianguo'));
  await page.goto('/training');
  const card = page.getByRole('article').filter({ hasText: title });
  await expect(card).toContainText('还剩 7 天');
  await card.getByText('为什么布置给我').click();
  await expect(card.getByText('单位指定了您')).toBeVisible();
  await page
    .getByRole('button', { name: /订阅地址|新地址/ })
    .first()
    .click();
  const address = await page.getByLabel('订阅地址').inputValue();
  const calendar = await page.request.get(address);
  expect(await calendar.text()).toContain(title);
});
