// The places of the map come after the first analysis is on the page, once, and are then there without a network.
import type { AddressInfo } from 'node:net';
import { expect, test as base, type Page } from '@playwright/test';
import { serve } from './server.mjs';

const text = 'Mayor Ann Lee flew to Kyiv on Tuesday. “We came to listen,” she said.';

interface Site {
  page: Page;
  /** How often the server was asked for the places. */
  asked: () => number;
  /** From now on it does not have them. */
  lose: () => void;
}

// A server of its own, which sees what page and service worker ask for.
const test = base.extend<{ site: Site }>({
  site: async ({ browser }, use) => {
    let asked = 0;
    let lost = false;
    const server = await serve({
      port: 0,
      base: '/',
      change: (path, bytes) => {
        if (!path.endsWith('.pmp')) return bytes;
        ++asked;
        if (lost) throw new Error('lost');
        return bytes;
      },
    });
    const context = await browser.newContext();
    const page = await context.newPage();
    const wrongs: string[] = [];
    page.on('pageerror', (error) => wrongs.push(error.message));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await use({ page, asked: () => asked, lose: () => (lost = true) });
    expect(wrongs).toEqual([]);
    await context.close();
    server.close();
  },
});

const marks = (page: Page, name: string) =>
  page.evaluate(
    (which) =>
      performance.getEntriesByName(which).map((mark) => ({
        startTime: mark.startTime,
        detail: (mark as PerformanceMark).detail as { id: string; places?: number },
      })),
    name,
  );

async function analyse(page: Page) {
  const before = (await marks(page, 'pressmark:analysis')).length;
  await page.getByRole('textbox', { name: 'Article to analyse' }).fill(text);
  await expect.poll(async () => (await marks(page, 'pressmark:analysis')).length).toBeGreaterThan(before);
}

test('are asked for once the first analysis is drawn, and lie in the reading without drawing it anew', async ({
  site: { page, asked },
}) => {
  await expect(page.getByText('Ready offline')).toBeVisible();
  expect(asked()).toBe(0);
  await analyse(page);
  await page.getByRole('article', { name: 'Marked text' }).evaluate((article) => {
    article.firstElementChild?.setAttribute('data-test-drawn', 'once');
  });
  await expect.poll(() => marks(page, 'pressmark:places')).toHaveLength(1);
  const [drawn] = await marks(page, 'pressmark:analysis');
  const [placed] = await marks(page, 'pressmark:places');
  expect(placed?.detail).toEqual({ id: drawn?.detail.id, places: 1 });
  const fetched = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .flatMap(({ name, startTime }) => (name.endsWith('.pmp') ? [startTime] : [])),
  );
  expect(fetched).toHaveLength(1);
  expect(fetched[0]).toBeGreaterThan(drawn?.startTime ?? Infinity);
  expect(asked()).toBe(1);
  await expect(page.locator('[data-test-drawn]')).toHaveCount(1);
  expect(await marks(page, 'pressmark:analysis')).toHaveLength(1);
});

test('are there without a network after one visit', async ({ site: { page, asked } }) => {
  await expect(page.getByText('Ready offline')).toBeVisible();
  await analyse(page);
  await expect.poll(() => marks(page, 'pressmark:places')).toHaveLength(1);
  await page.context().setOffline(true);
  await page.reload();
  await analyse(page);
  await expect.poll(() => marks(page, 'pressmark:places')).toHaveLength(1);
  expect(asked()).toBe(1);
});

test('that do not come leave everything else as it is', async ({ site: { page, asked, lose } }) => {
  lose();
  await analyse(page);
  await expect.poll(asked).toBe(1);
  await page.getByRole('tab', { name: 'People' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('Kyiv');
  expect(await marks(page, 'pressmark:places')).toEqual([]);
});
