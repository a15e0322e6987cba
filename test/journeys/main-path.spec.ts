import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { examTitle, film, lessonTitle, questionsOf } from './support/course.ts';
import { makeFilm } from './support/film.ts';
import { answer, dragAhead, playedTo, positionOf } from './support/learning.ts';
import { openPage, demoLearner, signInToConsole, signInToPortal } from './support/people.ts';
import { addExam, addLecture, makeCourse, publish, writeQuestion } from './support/teaching.ts';

const offlineMs = 20_000;
const run = Date.now().toString(36);
const courseTitle = `支部工作方法 ${run}`;
const questions = questionsOf(run);
const folder = mkdtempSync(path.join(tmpdir(), 'dangxiao-film-'));

test.describe.configure({ mode: 'serial' });
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('an administrator uploads a film, builds a course with an exam and publishes it', async ({ page }) => {
  const file = path.join(folder, 'lecture.mp4');
  makeFilm(file, film.seconds);
  await page.setViewportSize({ width: 1440, height: 900 });
  await signInToConsole(page);
  await openPage(page, '考试', '题库');
  for (const question of questions) await writeQuestion(page, question);
  await makeCourse(page, courseTitle);
  await addLecture(page, file);
  await addExam(page, questions);
  await page.getByRole('link', { name: lessonTitle }).first().click();
  await expect(page.getByText('可播放', { exact: true })).toBeVisible({ timeout: 120_000 });
  await publish(page);
});

test('a learner finds it, watches it, passes the exam and sees the hours with their evidence', async ({
  page,
  context,
}) => {
  await signInToPortal(page, demoLearner('wangjianguo'));
  await page.getByRole('link', { name: '学习', exact: true }).first().click();
  await page.getByRole('searchbox', { name: '搜索课程' }).first().fill(courseTitle);
  await page.getByRole('link', { name: courseTitle }).click();
  await page
    .getByRole('link', { name: `开始《${lessonTitle}》` })
    .first()
    .click();

  const began = Date.now();
  await page.getByRole('button', { name: '播放', exact: true }).click();
  await playedTo(page, 4);
  await dragAhead(page);
  await expect(page.getByText('首次学习不能跳过未看的部分')).toBeVisible();
  expect(await positionOf(page)).toBeLessThan((Date.now() - began) / 1000 + 1);

  await playedTo(page, 8);
  const lostAt = Date.now();
  await context.setOffline(true);
  await expect(page.getByText('网络中断，进度已保存在本机，恢复后自动上传')).toBeVisible({ timeout: offlineMs });
  await page.waitForTimeout(lostAt + offlineMs - Date.now());
  await context.setOffline(false);

  await expect(page.getByText('已记入您的学时')).toBeVisible({ timeout: 90_000 });
  expect(Date.now() - began).toBeGreaterThan(film.seconds * 900);
  await expect(page.getByText('已计入 0:48 / 0:48')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('未计入')).toHaveCount(0);

  await page.getByRole('link', { name: `参加考试《${examTitle}》` }).click();
  await page.getByRole('button', { name: '开始考试' }).click();
  await page.getByRole('timer', { name: '剩余时间' }).waitFor();
  for (const index of questions.keys()) {
    if (index > 0) await page.getByRole('button', { name: '下一题' }).click();
    await answer(page, questions);
  }
  await expect(page.getByText('已保存', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '交卷' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '交卷' }).click();
  await expect(page.getByRole('heading', { name: '恭喜您通过考试' })).toBeVisible();
  await expect(page.getByText('3 / 3 题')).toBeVisible();

  await page.getByRole('link', { name: '查看我的学时' }).click();
  await page.getByRole('link', { name: new RegExp(`^${lessonTitle}.*${courseTitle}`) }).click();
  await expect(page.getByRole('heading', { name: '看过的时段' })).toBeVisible();
  await expect(page.getByText(/^0:00 至 0:4\d$/)).toBeVisible();
  await expect(page.getByText(/^校验码/)).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: new RegExp(`^${examTitle}.*${courseTitle}`) }).click();
  await expect(page.getByText(/答对 3 \/ 3 题/)).toBeVisible();
});
