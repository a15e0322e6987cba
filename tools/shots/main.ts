/** `npm run shots`: every page of both apps in both languages, from the demo school, as pictures in `shots/`; BASE_URL names another server. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findChromium } from '../../test/support/chromium.ts';
import { ProductServer } from '../../test/support/server.ts';
import { root } from '../start/settings.ts';
import { adminInside, adminOutside, enter, portalInside, portalOutside, type Place } from './pages.ts';
import { languages, modes, phone, desktop, type Look } from './looks.ts';

const folder = path.join(root, 'shots');
const quietMs = 400;
/** One in the middle of a course, one who finished it. */
const learners = ['wangjianguo', 'lixiumei'];
let taken = 0;

async function openPage(browser: Browser, baseUrl: string, look: Look): Promise<Page> {
  const context = await browser.newContext({ baseURL: baseUrl, viewport: look.size.viewport, reducedMotion: 'reduce' });
  await context.addInitScript((kept) => {
    for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value);
  }, look.kept);
  return context.newPage();
}

async function shoot(page: Page, place: Place, look: Look): Promise<void> {
  await page.goto(place.path, { waitUntil: 'networkidle' });
  await page.waitForTimeout(quietMs);
  const file = path.join(folder, look.app, look.name, `${place.name}.png`);
  const { width, height } = look.size.viewport;
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, whole) }); // bars that stick to an edge stay there
  await page.screenshot({ path: file });
  await page.setViewportSize({ width, height });
  taken += 1;
}

async function shootAll(browser: Browser, baseUrl: string, look: Look): Promise<void> {
  const page = await openPage(browser, baseUrl, look);
  const portal = look.app === 'portal';
  for (const place of portal ? portalOutside : adminOutside) await shoot(page, place, look);
  const seen = new Set<string>();
  for (const login of portal ? learners : ['admin']) {
    await enter(page, baseUrl, login);
    for (const place of await (portal ? portalInside(page) : adminInside(page))) {
      if (!seen.has(place.name)) await shoot(page, place, look);
      seen.add(place.name);
    }
  }
  await page.context().close();
  console.log(`✓ ${look.app}/${look.name}`);
}

function looks(): Look[] {
  const all: Look[] = [];
  for (const language of languages) {
    for (const size of [phone, desktop]) {
      for (const mode of modes) {
        const name = `${language}-${size.name}-${mode.name}`;
        all.push({ app: 'portal', name, size, kept: { ...mode.kept, 'dx-language': language } });
      }
    }
    all.push({ app: 'admin', name: `${language}-desktop`, size: desktop, kept: { 'dx-language': language } });
  }
  return all;
}

const server = process.env.BASE_URL ? undefined : await ProductServer.start({ demo: true });
const baseUrl = process.env.BASE_URL ?? server?.baseUrl ?? '';
const browser = await chromium.launch(findChromium());
try {
  const wanted = process.argv.slice(2);
  const chosen = looks().filter(({ app, name }) => wanted.every((word) => `${app}/${name}`.includes(word)));
  if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const look of chosen) await shootAll(browser, baseUrl, look);
  console.log(`✓ ${taken} pictures in shots/`);
} finally {
  await browser.close();
  await server?.stop();
}
