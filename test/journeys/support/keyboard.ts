import { expect, type Locator, type Page } from '@playwright/test';

const mostTabs = 60;

/** What has the focus shows it: an outline, or, of a field, its border. */
async function showsFocus(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return 'visible'; // the round goes on in the browser's own bar
    if (focused.matches('input, textarea')) return 'visible';
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    return outlineStyle !== 'none' && outlineWidth !== '0px'
      ? 'visible'
      : `no outline on ${focused.outerHTML.slice(0, 200)}`;
  });
  expect(seen).toBe('visible');
}

/** Presses Tab until this has the focus; whatever has it on the way shows it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let pressed = 0; pressed < mostTabs; pressed += 1) {
    await page.keyboard.press('Tab');
    await showsFocus(page);
    if (await target.evaluateAll((elements) => elements.some((element) => element === document.activeElement))) return;
  }
  throw new Error(`Tab does not come to ${String(target)}`);
}

/** Comes there by Tab and presses Enter. */
export async function choose(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}
