import { defineConfig } from '@playwright/test';
import { findChromium } from '../support/chromium.ts';

const { executablePath, args, env } = findChromium();

/** Journeys in a real Chromium against a server of their own, or against the one at BASE_URL. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/journeys',
  globalSetup: './global-setup.ts',
  // Files run side by side, each with learners of its own: most of a journey is waiting.
  workers: 2,
  timeout: 480_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '../../test-results/journeys.json' }]],
  use: {
    baseURL: process.env.BASE_URL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args, env },
  },
});
