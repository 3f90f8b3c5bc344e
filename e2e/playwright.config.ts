import { defineConfig } from '@playwright/test';

/** Journeys in a real Chromium against a running Sampai of their own; started by `npm run e2e` and `npm test`. */
export default defineConfig({
  testDir: 'journeys',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0, // a journey that passes the second time has found something
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  // Those that wait for a clock begin first, while the others keep the second worker busy.
  projects: [
    { name: 'waiting', grep: /@waits/ },
    { name: 'going', grepInvert: /@waits/ },
  ],
  reporter: [['list'], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['json'] as ['json']] : [])],
  use: {
    baseURL: process.env.SAMPAI_PORTAL ?? '',
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    viewport: { width: 1280, height: 800 },
    contextOptions: { reducedMotion: 'reduce' }, // half-faded words have no contrast to measure
    screenshot: 'only-on-failure',
    trace: { mode: 'retain-on-failure', screenshots: false }, // a film of every journey would cost a third more
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '',
      args: [
        '--no-sandbox', // root has none, and a container often neither
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
      ],
    },
  },
});
