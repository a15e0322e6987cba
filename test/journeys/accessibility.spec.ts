import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { adminInside, adminOutside, enter, portalInside, portalOutside, type Place } from '../../tools/shots/pages.ts';
import { modes } from '../../tools/shots/looks.ts';

/** Serious and critical findings of axe on a page, as 'rule: where'. */
async function findings(page: Page, place: Place): Promise<string[]> {
  await page.goto(place.path);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${place.name}: ${id}: ${node.target.join(' ')}`));
}

async function findingsOf(page: Page, places: readonly Place[]): Promise<string[]> {
  const found: string[] = [];
  for (const place of places) found.push(...(await findings(page, place)));
  return found;
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const mode of modes) {
  test(`axe finds nothing serious on any page of the portal, ${mode.name}`, async ({ page, baseURL }) => {
    await page.addInitScript((kept) => {
      for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value);
    }, mode.kept);
    const outside = await findingsOf(page, portalOutside);
    await enter(page, baseURL ?? '', 'lixiumei');
    const places = await portalInside(page);
    expect(places.map(({ name }) => name)).toEqual(expect.arrayContaining(['lesson-video', 'exam', 'result', 'entry']));
    expect([...outside, ...(await findingsOf(page, places))]).toEqual([]);
  });
}

test('axe finds nothing serious on any page of the console', async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const outside = await findingsOf(page, adminOutside);
  await enter(page, baseURL ?? '', 'admin');
  expect([...outside, ...(await findingsOf(page, await adminInside(page)))]).toEqual([]);
});
