// After one visit the page needs no network: page, worker, module and model are kept as one set.
import { expect, shortText, test } from './page';

test('works offline after one visit', async ({ pressmark, page, context }) => {
  await expect(page.getByText('Ready offline')).toBeVisible();
  await context.setOffline(true);
  const reachable = await page.evaluate(() => fetch('./nowhere').then(Boolean, () => false));
  expect(reachable).toBe(false);
  await page.reload();
  await pressmark.analysed(() => pressmark.box.fill(shortText));
  await pressmark.openList('Quotations');
  await expect(pressmark.list.getByRole('button', { name: /safe again/ })).toContainText('Priya Raman');
});

test('can be installed', async ({ page, context, pressmark }) => {
  await expect(pressmark.box).toBeVisible();
  const session = await context.newCDPSession(page);
  const manifest = await session.send('Page.getAppManifest');
  expect(manifest.errors).toEqual([]);
  const { start_url, scope, icons } = JSON.parse(manifest.data ?? '') as Record<string, { src: string }[]>;
  expect([start_url, scope]).toEqual(['./', './']);
  for (const { src } of icons ?? []) expect((await page.request.get(src)).ok()).toBe(true);
});

test('a text is kept when the module cannot be loaded, and analysed when it can', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.goto(baseURL ?? '');
  const box = page.getByRole('textbox', { name: 'Article to analyse' });
  await box.fill(shortText);
  const problem = page.getByRole('paragraph').filter({ hasText: 'Your text is still here' });
  await expect(problem).toBeVisible();
  await expect(box).toHaveValue(shortText);
  await page.unroute(/\.wasm$/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('article', { name: 'Marked text' })).toContainText('The bridge is safe again');
  await expect(problem).toBeHidden();
  await context.close();
});
