// The page stands on the screen before its script has come, and nothing that is done meanwhile is lost.
import { expect, expectAccessible, shortText, test } from './page';

test('what is typed before the script has come is kept, with the focus, and analysed', async ({ browser, baseURL }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const { promise: held, resolve: come } = withResolvers();
  await page.route(/\/assets\/index-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  const wrongs: string[] = [];
  page.on('pageerror', (error) => wrongs.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrongs.push(message.text());
  });
  await page.goto(baseURL ?? '', { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { name: 'Who says what?' })).toBeVisible();
  const box = page.getByRole('textbox', { name: 'Article to analyse' });
  await box.fill(shortText);
  await expect(page.getByRole('article', { name: 'Marked text' })).toHaveCount(0);
  come();
  await expect(page.getByRole('article', { name: 'Marked text' })).toContainText('The bridge is safe again');
  await expect(box).toHaveValue(shortText);
  await expect(box).toBeFocused();
  expect(wrongs).toEqual([]);
  await context.close();
});

test('the page is drawn with a style sheet of its own and no style in it', async ({ pressmark, page }) => {
  await expect(pressmark.box).toBeVisible();
  const html = await (await page.request.get('./')).text();
  expect(html).toContain('Who says what?');
  expect(html).not.toMatch(/<style|\sstyle=/);
  await expectAccessible(page);
});

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve!: () => void;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
