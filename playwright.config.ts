// Browser tests of the built page, in Debian's Chromium: `npm run build` first, then `npx playwright test`.
// The page is served under a sub-path and from nowhere else, so an address that is not relative fails.
import { defineConfig } from '@playwright/test';

// One for each run, so that two runs on one machine do not meet; the workers inherit it.
const port = Number((process.env.PRESSMARK_E2E_PORT ??= String(20_000 + (process.pid % 20_000))));
const base = '/news/pressmark/';

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 45_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  outputDir: 'build/e2e',
  use: {
    baseURL: `http://127.0.0.1:${port}${base}`,
    viewport: { width: 1440, height: 900 },
    // No trace: it takes a picture of the whole document at every step, which makes long articles slow.
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      chromiumSandbox: false,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `node tests/e2e/server.mjs ${port} ${base}`,
    url: `http://127.0.0.1:${port}${base}`,
    reuseExistingServer: false,
  },
});
