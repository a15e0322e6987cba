import { expect, type Page } from '@playwright/test';
import { openPage } from './people.ts';
import { examTitle, lessonTitle, unitTitle, type Question } from './course.ts';

const kinds = { single: '单选', multiple: '多选', true_false: '判断' } as const;
const letters = 'ABCDEFGH';

/** Writes a question into the bank. */
export async function writeQuestion(page: Page, question: Question): Promise<void> {
  await page.getByRole('button', { name: '新建题目' }).click();
  const form = page.getByRole('dialog', { name: '新建题目' });
  await form.getByText(kinds[question.kind], { exact: true }).click();
  await form.getByLabel('题干').fill(question.text);
  for (const [index, option] of question.options.entries()) {
    await form.getByLabel(`选项 ${letters[index] ?? ''}`, { exact: true }).fill(option);
  }
  for (const right of question.right) {
    const label = question.kind === 'true_false' ? right : (letters[question.options.indexOf(right)] ?? '');
    await form.getByLabel(label, { exact: true }).check();
  }
  await form.getByLabel('解析').fill('见课程第一讲。');
  await form.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('button', { name: question.text, exact: true })).toBeVisible();
}

/** Makes a course, names the unit that it begins with, and fills in what learners read about it. */
export async function makeCourse(page: Page, title: string): Promise<void> {
  await openPage(page, '学习', '课程');
  await page.getByRole('button', { name: '新建课程' }).click();
  const form = page.getByRole('dialog', { name: '新建课程' });
  await form.getByLabel('课程名称').fill(title);
  await form.getByLabel('全校').check();
  await form.getByRole('button', { name: '创建' }).click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  await page.getByLabel('简介', { exact: true }).fill('学完本课，能说出支部工作的基本制度。');
  await save(page);
  await page.getByRole('link', { name: '第一单元', exact: true }).click();
  await page.getByLabel('单元名称').fill(unitTitle);
  await save(page);
}

/** Adds a video lesson and uploads its film; what was uploaded is processed while the rest is made. */
export async function addLecture(page: Page, file: string): Promise<void> {
  await page.getByRole('button', { name: `在“${unitTitle}”中添加` }).click();
  await page.getByRole('menuitem', { name: '视频课时' }).click();
  await page.getByLabel('课时名称').fill(lessonTitle);
  await save(page);
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText(/^(等待处理|处理中|可播放)$/)).toBeVisible({ timeout: 60_000 });
}

/** Adds the unit's exam from the given questions, all of them drawn. */
export async function addExam(page: Page, questions: readonly Question[]): Promise<void> {
  await page.getByRole('button', { name: `在“${unitTitle}”中添加` }).click();
  await page.getByRole('menuitem', { name: '单元测试' }).click();
  await page.getByLabel('测试名称').fill(examTitle);
  for (const { text } of questions) await page.getByRole('checkbox', { name: text }).check();
  await page.getByLabel('抽取题数').fill(String(questions.length));
  await save(page);
}

export async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
  await expect(page.getByText('已发布').first()).toBeVisible();
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const said = page.getByText('已保存', { exact: true });
  await said.first().waitFor();
  await said.first().waitFor({ state: 'hidden' });
}
