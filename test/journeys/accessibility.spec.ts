import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { adminInside, adminOutside, enter, portalInside, portalOutside, type Place } from '../../tools/shots/pages.ts';
import { modes } from '../../tools/shots/looks.ts';

/** Serious and critical findings of axe on a page, as 'rule: where'. */
async function findings(page: Page, place: Place, rules: readonly string[]): Promise<string[]> {
  await page.goto(place.path);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  // Our pages hold no frames of other origins, for whose sake axe would open one more page for each: the findings are the same.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await (rules.length > 0 ? axe.withRules([...rules]) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${place.name}: ${id}: ${node.target.join(' ')}`));
}

async function findingsOf(page: Page, places: readonly Place[], rules: readonly string[] = []): Promise<string[]> {
  const found: string[] = [];
  for (const place of places) found.push(...(await findings(page, place, rules)));
  return found;
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.describe.configure({ mode: 'parallel' });

/** What colours and sizes decide; the rest of a page is the same in every mode and is looked at in the light one. */
const ofLooks = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'meta-viewport'];

for (const mode of modes) {
  const rules = mode.name === 'light' ? [] : ofLooks;
  test(`axe finds nothing serious on any page of the portal, ${mode.name}`, async ({ page, baseURL }) => {
    await page.addInitScript((kept) => {
      for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value);
    }, mode.kept);
    const outside = await findingsOf(page, portalOutside, rules);
    await enter(page, baseURL ?? '', 'lixiumei');
    const places = await portalInside(page);
    expect(places.map(({ name }) => name)).toEqual(expect.arrayContaining(['lesson-video', 'exam', 'result', 'entry']));
    expect([...outside, ...(await findingsOf(page, places, rules))]).toEqual([]);
  });
}

test('axe finds nothing serious on any page of the console', async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const outside = await findingsOf(page, adminOutside);
  await enter(page, baseURL ?? '', 'admin');
  expect([...outside, ...(await findingsOf(page, await adminInside(page)))]).toEqual([]);
});
