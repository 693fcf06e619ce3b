// A newer version waits until the reader says so, and takes the typed text along.
import { shortText } from './page';
import { expect, test, type Site } from './site';

const ended = (path: string) => path.includes('markdown');

/** From now on the server has another version, which has no more use for one of the later files. */
async function release({ deeds, page }: Site) {
  deeds.change = (path, bytes) => {
    if (path === 'sw.js') return Buffer.from(bytes.toString().replace(/"revision":"\w+","url":"later.json"/, newer));
    if (path !== 'later.json') return bytes;
    return Buffer.from(JSON.stringify((JSON.parse(bytes.toString()) as string[]).filter((each) => !ended(each))));
  };
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
}

const newer = '"revision":"newer","url":"later.json"';

test('a new version waits for the reader and keeps the text', async ({ site }) => {
  const { page, pressmark } = site;
  await site.open();
  await expect(site.ready).toBeVisible();
  await page.reload();
  await pressmark.box.fill(shortText);
  await page.getByLabel('Published').fill('2026-03-04');
  await pressmark.article.getByText('Engineer', { exact: false }).first().hover();
  await page.getByRole('button', { name: /^Set aside: “Engineer/ }).click();
  await expect(page.getByText('One paragraph set by you.')).toBeVisible();
  const update = page.getByText('A new version is ready');
  await expect(update).toBeHidden();

  await release(site);
  await expect(update).toBeVisible();
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reload' }).click()]);
  await expect(pressmark.box).toHaveValue(shortText);
  await expect(page.getByLabel('Published')).toHaveValue('2026-03-04');
  await expect(pressmark.article).toContainText('The bridge is safe again');
  await expect(page.locator('.block.chrome.said')).toContainText('Engineer');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.block.chrome')).toHaveCount(0);
  await expect(update).toBeHidden();
});

test('what came later for the old version goes with it and not before, and what is the same stays', async ({
  site,
}) => {
  const { page, pressmark } = site;
  const kept = () =>
    page.evaluate(async () => {
      const name = (await caches.keys()).find((each) => each.startsWith('pressmark-later'));
      const files = await (await caches.open(name ?? '')).keys();
      return files.map(({ url }) => new URL(url).pathname.slice(1)).sort();
    });
  await site.open();
  await expect(site.ready).toBeVisible();
  const old = (await site.later()).sort();
  expect(await kept()).toEqual(old);

  await release(site);
  await expect(page.getByText('A new version is ready')).toBeVisible();
  expect(await kept()).toEqual(old);
  await site.context.setOffline(true);
  await pressmark.analysed(() => pressmark.drop({ name: 'old.md', bytes: '# The old tab has its reader' }));
  await expect(pressmark.box).toHaveValue('The old tab has its reader');
  await site.context.setOffline(false);

  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reload' }).click()]);
  const left = old.filter((path) => !ended(path));
  expect(left).toHaveLength(old.length - 1);
  await expect.poll(kept).toEqual(left);
  await expect(site.ready).toBeVisible();
  for (const path of left) expect([path, site.count(path)]).toEqual([path, 1]);
});
