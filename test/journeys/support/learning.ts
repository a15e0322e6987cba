import { expect, type Page } from '@playwright/test';
import type { Question } from './course.ts';

/** The picture's own position, seconds. */
export const positionOf = (page: Page): Promise<number> =>
  page.locator('video').evaluate((video) => (video as HTMLVideoElement).currentTime);

/** Waits until the film has been played to a position, seconds. */
export async function playedTo(page: Page, seconds: number): Promise<void> {
  await expect.poll(() => positionOf(page), { timeout: 90_000 }).toBeGreaterThan(seconds);
}

/** Drags the position to nine tenths of the film, as somebody in a hurry would. */
export async function dragAhead(page: Page): Promise<void> {
  const bar = page.getByRole('slider', { name: '播放位置' });
  await page.locator('video').hover();
  const box = await bar.boundingBox();
  if (!box) throw new Error('No seek bar');
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.1, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.9, middle, { steps: 5 });
  await page.mouse.up();
}

/** Gives the right answer to the question on screen. */
export async function answer(page: Page, questions: readonly Question[]): Promise<void> {
  const shown = await page.getByRole('heading', { level: 2 }).innerText();
  const question = questions.find(({ text }) => text === shown);
  if (!question) throw new Error(`No such question: ${shown}`);
  const role = question.kind === 'multiple' ? 'checkbox' : 'radio';
  for (const right of question.right) {
    const option = page.getByRole(role, { name: right, exact: true });
    await option.click();
    await expect(option).toBeChecked();
  }
}
