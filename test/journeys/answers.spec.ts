import { accounts, exams } from '@dangxiao/contracts';
import { expect, test, type Page } from '@playwright/test';
import { signIn } from '../../tools/demo/learners.ts';
import { openExam } from './support/open-exam.ts';
import { newLearner, passwordOf, signInToPortal } from './support/people.ts';

/** Chooses the option with this text of the question on screen. */
async function choose(page: Page, option: string): Promise<void> {
  const radio = page.getByRole('radio', { name: option, exact: true });
  await radio.click();
  await expect(radio).toBeChecked();
}

/** The process behind the page dies: nothing in it runs any more, not even its farewell. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}

test('P3, P6: answers given offline survive a killed tab and an ended session; extra time arrives by itself', async ({
  page,
  context,
  baseURL,
}) => {
  const server = baseURL ?? '';
  const learner = await newLearner(server);
  const examId = await openExam(server, learner);
  await signInToPortal(page, learner);
  await page.goto(`/exams/${examId}`);
  await page.getByRole('button', { name: '开始考试' }).click();
  await page.getByRole('timer', { name: '剩余时间' }).waitFor();
  const address = new URL(page.url()).pathname;
  const params = { attemptId: address.split('/').at(-1) ?? '' };
  await choose(page, '甲');
  await expect(page.getByText('已保存', { exact: true })).toBeVisible();

  await context.setOffline(true);
  await page.getByRole('button', { name: '下一题' }).click();
  await choose(page, '乙');
  await page.getByRole('button', { name: '下一题' }).click();
  await choose(page, '丙');
  await expect(page.getByText(/2 题待上传/).first()).toBeVisible();
  await crash(page);

  const elsewhere = await signIn(server, learner.login, learner.password);
  expect((await elsewhere.call(exams.getAttempt, { params })).answers).toHaveLength(1);
  const { items } = await elsewhere.call(accounts.listMySessions);
  for (const { id, current } of items)
    if (!current) await elsewhere.call(accounts.revokeMySession, { params: { sessionId: id } });
  await context.setOffline(false);

  const again = await context.newPage();
  await again.goto(address);
  await again.waitForURL(/\/sign-in/);
  await signInToPortal(again, learner);
  await again.waitForURL(`**${address}`);
  await expect(again.getByText('已保存', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect
    .poll(async () => (await elsewhere.call(exams.getAttempt, { params })).answers.length, { timeout: 30_000 })
    .toBe(3);
  await again.getByRole('button', { name: '下一题' }).click();
  await expect(again.getByRole('radio', { name: '乙', exact: true })).toBeChecked();

  const administrator = await signIn(server, 'admin', passwordOf('admin'));
  const body = { attemptIds: [params.attemptId], minutes: 10, reason: '机房停电' };
  await administrator.call(exams.setExtraTime, { params: { examId }, body });
  await expect(again.getByRole('alert').filter({ hasText: '考试时间已延长 10 分钟' })).toBeVisible({ timeout: 10_000 });
});
