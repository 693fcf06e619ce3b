// The places of the map come after the first analysis is on the page, once, and are then there without a network.
import { expect, test as base, type Site } from './site';

const text = 'Mayor Ann Lee flew to Kyiv on Tuesday. “We came to listen,” she said.';

const test = base.extend<{ opened: Site }>({
  opened: async ({ site }, use) => {
    await site.open();
    await use(site);
  },
});

async function analyse({ pressmark }: Site) {
  await pressmark.analysed(() => pressmark.box.fill(text));
}

test('are asked for once the first analysis is drawn, and lie in the reading without drawing it anew', async ({
  opened: site,
}) => {
  const { page } = site;
  await analyse(site);
  await page.getByRole('article', { name: 'Marked text' }).evaluate((article) => {
    article.firstElementChild?.setAttribute('data-test-drawn', 'once');
  });
  await expect.poll(() => site.marks('pressmark:places')).toHaveLength(1);
  const [drawn] = await site.marks('pressmark:analysis');
  const [placed] = await site.marks('pressmark:places');
  expect(placed?.detail).toEqual({ id: drawn?.detail.id, places: 1 });
  await expect(page.locator('[data-test-drawn]')).toHaveCount(1);
  expect(await site.marks('pressmark:analysis')).toHaveLength(1);

  await expect(site.ready).toBeVisible();
  const fetched = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .flatMap(({ name, startTime }) => (name.includes('/later/') ? [{ name, startTime }] : [])),
  );
  expect(fetched[0]?.name).toMatch(/\.pmp$/);
  expect(fetched[0]?.startTime).toBeGreaterThan(drawn?.startTime ?? Infinity);
  for (const path of await site.later()) expect([path, site.count(path)]).toEqual([path, 1]);
});

test('come without an analysis, too, where there is none for a while, and are there for the first', async ({
  opened: site,
}) => {
  await expect(site.ready).toBeVisible();
  expect(site.count('.pmp')).toBe(1);
  await analyse(site);
  await expect.poll(() => site.marks('pressmark:places')).toHaveLength(1);
  expect(site.count('.pmp')).toBe(1);
});

test('are there without a network after one visit', async ({ opened: site }) => {
  await expect(site.ready).toBeVisible();
  await site.context.setOffline(true);
  await site.page.reload();
  await analyse(site);
  await expect.poll(() => site.marks('pressmark:places')).toHaveLength(1);
  expect(site.count('.pmp')).toBe(1);
});

test('that do not come leave everything else as it is', async ({ site }) => {
  site.deeds.change = (path, bytes) => {
    if (path.endsWith('.pmp')) throw new Error('lost');
    return bytes;
  };
  await site.open();
  await analyse(site);
  await expect.poll(() => site.count('.pmp')).toBeGreaterThan(0);
  await site.page.getByRole('tab', { name: 'People' }).click();
  await expect(site.page.getByRole('tabpanel')).toContainText('Kyiv');
  expect(await site.marks('pressmark:places')).toEqual([]);
});
