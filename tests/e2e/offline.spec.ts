// After one visit the page needs no network: page, worker, module and model are kept as one set, and beside it all that comes
// later. It is said only when it is so, and where it cannot be so, why.
import { column, makeDocx, makePdf } from './documents';
import { expect, shortText, test as onPage } from './page';
import { gate, test, type Site } from './site';

onPage('works offline after one visit', async ({ pressmark, page, context }) => {
  await expect(page.getByText('Ready offline')).toBeVisible();
  await context.setOffline(true);
  const reachable = await page.evaluate(() => fetch('./nowhere').then(Boolean, () => false));
  expect(reachable).toBe(false);
  await page.reload();
  await pressmark.analysed(() => pressmark.box.fill(shortText));
  await pressmark.openList('Quotations');
  await expect(pressmark.list.getByRole('button', { name: /safe again/ })).toContainText('Priya Raman');
});

const trust = ({ page }: Site) => page.locator('.trust');

test('is not called ready before the last of what comes later is there; then all of it works without a network', async ({
  site,
}) => {
  const { page, pressmark } = site;
  const held = gate();
  site.deeds.halfway = (path) => (path.endsWith('.pmp') ? held.opened : undefined);
  await site.open();
  const { length: all } = await site.later();
  expect(all).toBeGreaterThan(3);
  await pressmark.analysed(() => pressmark.box.fill(shortText));
  await expect.poll(() => site.count('.pmp')).toBe(1);
  await expect(trust(site)).toContainText(`Storing for offline use: 0 of ${all} files`);
  await expect(site.ready).toBeHidden();
  held.open();
  await expect(trust(site)).toContainText(/Storing for offline use: [1-9] of/);
  await expect(site.ready).toBeVisible();

  await site.context.setOffline(true);
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.reload();
  await expect(site.ready).toBeVisible();
  const bytes = await makeDocx([
    { text: 'Ferry line returns', style: 'Title' },
    { text: '“Ours,” Ann Lee said in Kyiv.' },
  ]);
  await pressmark.analysed(() => pressmark.drop({ name: 'ferry.docx', bytes }));
  await expect(pressmark.box).toHaveValue(/^Ferry line returns/);
  await expect
    .poll(() => site.marks('pressmark:places'))
    .toEqual([expect.objectContaining({ detail: { id: '1', places: 1 } })]);
  const wall = column(40, 700, ['The wall is to be raised, said', 'the engineer Lars Holm.']);
  await pressmark.analysed(() => pressmark.drop({ name: 'wall.pdf', bytes: makePdf([wall]) }));
  await expect(pressmark.box).toHaveValue(/^The wall is to be raised, said the engineer/);
  await pressmark.analysed(() => pressmark.drop({ name: 'kyiv.md', bytes: '# A visit\n\nLars Holm saw *it*.' }));
  await expect(pressmark.box).toHaveValue(/^A visit/);
});

test('the first visit is enough where nothing is analysed', async ({ site }) => {
  await site.open();
  await expect(trust(site)).toContainText('Storing for offline use');
  await expect(site.ready).toBeVisible();
  for (const path of await site.later()) expect([path, site.count(path)]).toEqual([path, 1]);
  expect(await site.marks('pressmark:analysis')).toEqual([]);
});

test('where the browser saves data, only what was asked for comes', async ({ site }) => {
  await site.page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) });
  });
  await site.open();
  const { length: all } = await site.later();
  const partly = `Stored for offline use in part, 0 of ${all} files: the browser is set to save data`;
  await expect(trust(site)).toContainText(partly);
  expect(site.count('/later/')).toBe(0);
  await site.pressmark.analysed(() =>
    site.pressmark.drop({ name: 'a.md', bytes: '# A visit\n\nAnn Lee flew to Kyiv.' }),
  );
  await expect(trust(site)).toContainText(`in part, 2 of ${all} files: the browser is set to save data`);
  expect(site.asked.map(({ path }) => path).filter((path) => path.includes('/later/'))).toEqual([
    expect.stringContaining('markdown'),
    expect.stringContaining('.pmp'),
  ]);
  await site.context.setOffline(true);
  await site.page.reload();
  await site.pressmark.analysed(() => site.pressmark.drop({ name: 'b.md', bytes: '# Back again' }));
  await expect(site.pressmark.box).toHaveValue('Back again');
});

test('what cannot be fetched is said, and comes when there is a network again', async ({ site }) => {
  let lost = true;
  site.deeds.change = (path, bytes) => {
    if (lost && path.endsWith('.pmp')) throw new Error('lost');
    return bytes;
  };
  await site.open();
  await expect(trust(site)).toContainText('the rest could not be fetched');
  await expect(site.ready).toBeHidden();
  lost = false;
  // The page may hear of the network before its service worker has it.
  await expect(async () => {
    await site.context.setOffline(true);
    await site.context.setOffline(false);
    await expect(site.ready).toBeVisible({ timeout: 3000 });
  }).toPass();
});

test('no room is said', async ({ site }) => {
  await site.open();
  await expect(trust(site)).toContainText('Storing for offline use: 0');
  const { origin } = new URL(site.address);
  const devTools = await site.context.newCDPSession(site.page);
  await devTools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
  await expect(trust(site)).toContainText('there is no room for more');
  await expect(site.ready).toBeHidden();
  await site.pressmark.analysed(() => site.pressmark.drop({ name: 'a.md', bytes: '# All the same' }));
  await expect(site.pressmark.box).toHaveValue('All the same');
});

test('a browser without service workers is told so, and the page works', async ({ site }) => {
  await site.page.addInitScript(() => {
    delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
  });
  await site.open();
  await expect(trust(site)).toContainText(
    'Not stored for offline use: this browser, or this private window, keeps no pages',
  );
  await site.pressmark.analysed(() => site.pressmark.box.fill(shortText));
});

test('a set that does not come as a whole is not stored', async ({ site }) => {
  site.deeds.change = (path, bytes) => {
    if (path === 'icon-512.png') throw new Error('lost');
    return bytes;
  };
  await site.open();
  await expect(trust(site)).toContainText(
    'Not stored for offline use: the browser does not allow it here, or has no room',
  );
});

onPage('a text is kept when the module cannot be loaded, and analysed when it can', async ({ browser, baseURL }) => {
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
