import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
import { chromium } from '@playwright/test';
import type { Script } from './script.ts';
import { SLIDE, slidePage } from './slides.ts';
import type { Shot, Timeline } from './timeline.ts';

/** Nothing is fetched from outside: this address is answered from the font package on disk. */
const ORIGIN = 'http://slides.invalid';
const fontFolder = dirname(fileURLToPath(import.meta.resolve('@fontsource-variable/noto-sans-sc/index.css')));

/** The picture of a shot below `folder`. */
export const pictureOf = (folder: string, shot: Shot): string =>
  join(folder, `${shot.slide}-${shot.point ?? 'none'}.png`);

/** Opens the browser that draws the slides: CHROMIUM_PATH, or the distribution's. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--disable-lcd-text'],
  });

/** Draws every shot of a lecture as a PNG into `folder`. */
export async function render(browser: Browser, script: Script, timeline: Timeline, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage({ viewport: SLIDE });
  await page.route('**/*', (route) => {
    const path = new URL(route.request().url()).pathname;
    return path.startsWith('/font/') ? route.fulfill({ path: join(fontFolder, path.slice(6)) }) : route.abort();
  });
  for (const shot of timeline.shots) {
    const html = slidePage(script, shot.slide, shot.point, `${ORIGIN}/font/index.css`);
    await page.setContent(html, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: pictureOf(folder, shot) });
  }
  await page.close();
}
