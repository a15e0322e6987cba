import { expect, test } from '@playwright/test';
import { choose, tabTo } from './support/keyboard.ts';
import { newLearner } from './support/people.ts';
import { writeShortCourse } from './support/short-course.ts';

const questions = 3;

test('the main path with the keyboard alone', async ({ page, baseURL }) => {
  const title = `键盘学习 ${Date.now().toString(36)}`;
  await writeShortCourse(baseURL ?? '', title);
  const { login, password } = await newLearner(baseURL ?? '');
  const { keyboard } = page;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const link = (name: string | RegExp) => page.getByRole('link', { name });

  await page.goto('/sign-in');
  await tabTo(page, page.getByLabel('账号或手机号'));
  await keyboard.type(login);
  await tabTo(page, page.getByLabel('密码', { exact: true }));
  await keyboard.type(password);
  await keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/');

  await page.reload();
  await choose(page, link('跳到正文'));
  await expect(page.locator('main')).toBeFocused();
  await page.reload();
  await choose(page, page.getByRole('navigation').getByRole('link', { name: '学习', exact: true }));
  await page.waitForURL('**/courses');
  await expect(page.locator('main')).toBeFocused();
  await tabTo(page, page.getByRole('searchbox', { name: '搜索课程' }));
  await keyboard.type(title);
  await page.getByText('共 1 门课程').waitFor();
  await choose(page, link(title));
  await page.waitForURL('**/courses/*');

  await choose(page, link('开始《短文》'));
  await expect(page.getByText('已记入您的学时')).toBeVisible({ timeout: 60_000 });
  await choose(page, link('参加考试《短文测试》'));

  await choose(page, button('开始考试'));
  await page.getByRole('timer', { name: '剩余时间' }).waitFor();
  for (let question = 1; question <= questions; question += 1) {
    const right = page.getByRole('radio', { name: '甲', exact: true });
    const number = await right.evaluate((option) =>
      [...document.querySelectorAll('[role=radio], input[type=radio]')].indexOf(option),
    );
    await keyboard.press(String(number + 1));
    await expect(right).toBeChecked();
    if (question < questions) await keyboard.press('ArrowRight');
  }
  await expect(page.getByText('已保存', { exact: true })).toBeVisible();
  await choose(page, button('交卷'));
  const dialog = page.getByRole('dialog');
  await choose(page, dialog.getByRole('button', { name: '回去检查', exact: true }));
  await expect(dialog).toBeHidden();
  await expect(button('交卷')).toBeFocused();
  await keyboard.press('Enter');
  await choose(page, dialog.getByRole('button', { name: '交卷', exact: true }));
  await expect(page.getByRole('heading', { name: '恭喜您通过考试' })).toBeVisible();

  await choose(page, link('查看我的学时'));
  await choose(page, link(new RegExp(`^短文测试.*${title}`)));
  await expect(page.getByText(/答对 3 \/ 3 题/)).toBeVisible();
});
