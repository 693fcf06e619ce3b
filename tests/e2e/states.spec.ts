// What the page says while something is slow: loading, a browser without SIMD, a very long text that can be stopped.
import { expectAccessible, longText, shortText } from './page';
import { expect, gate, test, type Site } from './site';

async function expectOneLiveRegion({ page }: Site) {
  await expect(page.locator('[aria-live], [role=status], [role=alert], [role=log], output')).toHaveCount(1);
}

test('loading is shown in bytes and per cent, and what is pasted meanwhile is analysed when it is through', async ({
  site,
}) => {
  const { page, pressmark } = site;
  const held = gate();
  site.deeds.halfway = (path) => (path.endsWith('.pmk') ? held.opened : undefined);
  await site.open();
  const progress = page.getByRole('progressbar', { name: 'Loading the analyzer' });
  await expect(progress).toBeVisible();
  await expect(page.locator('.notice')).toHaveText(/Loading the analyzer\s+\d\.\d of 4\.\d MB, [1-9]\d %/);
  expect(Number(await progress.getAttribute('value'))).toBeGreaterThan(10);
  await pressmark.box.fill(shortText);
  const waiting = page.getByRole('region', { name: 'The article, marked' });
  await expect(waiting).toContainText('The bridge is safe again');
  await expect(waiting).toHaveAttribute('aria-busy', 'true');
  await expect(pressmark.article).toBeHidden();
  await expectOneLiveRegion(site);
  await expectAccessible(page);
  await pressmark.analysed(() => {
    held.open();
    return Promise.resolve();
  });
  await expect(pressmark.article.locator('.entity.PERSON').first()).toHaveText('Priya Raman');
  await expect(progress).toBeHidden();
});

test('a browser without SIMD gets the other module and is told so, once', async ({ site }) => {
  const { page, pressmark } = site;
  await page.addInitScript(() => {
    WebAssembly.validate = () => false;
  });
  await site.open();
  const notice = page.locator('.notice', { hasText: 'This browser lacks SIMD, so the analysis is slower' });
  await expect(notice).toBeVisible();
  await pressmark.analysed(() => pressmark.box.fill(shortText));
  await expect(pressmark.article.locator('.entity.PERSON').first()).toHaveText('Priya Raman');
  await expectOneLiveRegion(site);
  await expectAccessible(page);
  await notice.getByRole('button', { name: 'Close' }).click();
  await expect(notice).toBeHidden();
});

test('a browser with SIMD is told nothing of it', async ({ site }) => {
  await site.open();
  await site.pressmark.analysed(() => site.pressmark.box.fill(shortText));
  await expect(site.page.locator('.notice')).toHaveCount(0);
});

test('a browser without WebAssembly is told so, and the text stays', async ({ site }) => {
  const { page, pressmark } = site;
  await page.addInitScript(() => {
    delete (globalThis as { WebAssembly?: unknown }).WebAssembly;
  });
  await site.open();
  await pressmark.box.fill(shortText);
  await expect(page.locator('.notice.alarm')).toContainText('this browser runs no WebAssembly');
  await expect(pressmark.box).toHaveValue(shortText);
  expect(site.count('.wasm') + site.count('.pmk')).toBeLessThanOrEqual(3);
});

test('a very long text tells how long it takes, can be stopped, and analysed again', async ({ site }) => {
  const { page, pressmark } = site;
  await site.open();
  await pressmark.analysed(() => pressmark.box.fill(shortText));
  await pressmark.drop({ name: 'long.txt', bytes: longText(130_000) });
  const long = page.locator('.notice', { hasText: /This is a long text; the analysis takes about \d+ seconds?\./ });
  await expect(long).toBeVisible();
  await expect(page.getByRole('status')).toHaveText(/This is a long text/);
  await expectOneLiveRegion(site);
  await long.getByRole('button', { name: 'Cancel' }).click();
  const stopped = page.locator('.notice', { hasText: 'Stopped.' });
  await expect(stopped).toBeVisible();
  await expect(long).toBeHidden();
  await expect(page.getByRole('status')).toHaveText('Stopped.');
  await expect(stopped.getByRole('button', { name: 'Analyse again' })).toBeFocused();
  await expect(page.getByRole('region', { name: 'The article, marked' })).toHaveAttribute('aria-busy', 'false');
  await expect(pressmark.article).toContainText('The bridge is safe again');
  await expectOneLiveRegion(site);

  await stopped.getByRole('button', { name: 'Analyse again' }).click();
  await expect(long).toBeVisible();
  await expect(stopped).toBeHidden();
  await long.getByRole('button', { name: 'Cancel' }).click();
  await pressmark.analysed(() => pressmark.box.fill('“It is done,” Kenji Mori said.'));
  await expect(stopped).toBeHidden();
  await expect(pressmark.article).toContainText('It is done');
});
