// A link that holds the whole text: made by a button, made by hand, damaged, too long. It never costs the text in the box.
import { deflateRawSync } from 'node:zlib';
import { expect, expectAccessible, longText, PressmarkPage, shortText, test } from './page';

test('is copied, and opens the text and its day elsewhere', async ({ pressmark, page, context }) => {
  await pressmark.analysed(() => pressmark.box.fill(shortText));
  await page.getByLabel('Published').fill('2026-03-04');
  const link = await pressmark.copied(async () => {
    await page.getByRole('button', { name: 'Copy a link' }).click();
    await expect(page.getByRole('status')).toHaveText(/^The link is copied. The whole text is in the link/);
  });
  const note = page.locator('.note', { hasText: 'whoever has the link has the text' });
  await expect(note).toBeVisible();
  await expectAccessible(page);
  const { origin, pathname, hash } = new URL(link);
  expect([origin + pathname]).toEqual([page.url()]);
  expect(hash).toMatch(/^#z=[\w-]+&published=2026-03-04$/);

  const other = await context.newPage();
  await other.goto(link);
  await expect(new PressmarkPage(other).box).toHaveValue(shortText);
  await expect(other.getByLabel('Published')).toHaveValue('2026-03-04');
  await expect(other.getByRole('article', { name: 'Marked text' })).toContainText('The bridge is safe again');
  expect(other.url()).toBe(page.url());
  await expect(other.getByRole('button', { name: 'Back to your text' })).toBeHidden();

  await pressmark.openBox();
  await page.keyboard.type('!');
  await expect(note).toBeHidden();
});

test('made by hand comes into an open page, and the text that was there waits', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill(shortText));
  const text = 'Ferry & wall\n\n“100 %,” Lars Holm said on Tuesday.';
  await pressmark.analysed(() =>
    page.evaluate((fragment) => (location.hash = fragment), `text=${encodeURIComponent(text)}&published=2026-02-01`),
  );
  await expect(pressmark.box).toHaveValue(text);
  await expect(page.getByLabel('Published')).toHaveValue('2026-02-01');
  expect(new URL(page.url()).hash).toBe('');
  await expect(page.getByRole('status')).toContainText('names found');
  await page.getByRole('button', { name: 'Back to your text' }).click();
  await expect(pressmark.box).toHaveValue(shortText);
  await expect(page.getByLabel('Published')).toHaveValue('');
  await expect(page.getByRole('status')).toHaveText('Your text is back.');
});

test('to the text that is there already changes nothing', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill('One word.'));
  await page.evaluate(() => (location.hash = 'text=One%20word.'));
  await expect.poll(() => new URL(page.url()).hash).toBe('');
  await expect(page.getByRole('button', { name: 'Back to your text' })).toBeHidden();
});

const broken: [string, string, string][] = [
  ['damaged', 'z=abc', 'The text in this link cannot be read: the link is damaged or cut short.'],
  [
    'that unfolds without end',
    `z=${deflateRawSync(Buffer.alloc(100_000_000)).toString('base64url')}`,
    'The text in this link is too long: it has more than 200,000 bytes.',
  ],
];
for (const [what, fragment, sentence] of broken) {
  test(`${what} is told in a sentence, and the text stays`, async ({ pressmark, page }) => {
    await pressmark.analysed(() => pressmark.box.fill(shortText));
    await page.evaluate((hash) => (location.hash = hash), fragment);
    await expect(page.locator('.notice')).toHaveText(sentence);
    await expect(page.getByRole('status')).toHaveText(sentence);
    await expect(pressmark.box).toHaveValue(shortText);
    await expect(pressmark.article).toContainText('The bridge is safe again');
  });
}

test('to a part of the page is none', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill(shortText));
  for (const part of ['text', 'reader-heading', 'rail-heading']) {
    await page.evaluate((hash) => (location.hash = hash), part);
    await expect.poll(() => new URL(page.url()).hash).toBe(`#${part}`);
  }
  await expect(pressmark.box).toHaveValue(shortText);
  await expect(page.locator('.notice')).toHaveCount(0);
});

test('is not made of a long text, and the page says why', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill(longText(20_000)));
  const copied = await pressmark.copied(async () => {
    await page.evaluate(() => navigator.clipboard.writeText('as it was'));
    await page.getByRole('button', { name: 'Copy a link' }).click();
    await expect(page.locator('.note')).toContainText(/^This text is too long for a link/);
  });
  expect(copied).toBe('as it was');
});

test('can be copied by hand where the browser does not let the page', async ({ pressmark, page }) => {
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
  });
  await pressmark.analysed(() => pressmark.box.fill(shortText));
  await page.getByRole('button', { name: 'Copy a link' }).click();
  const field = page.getByRole('textbox', { name: 'Link to the text' });
  await expect(field).toHaveValue(/#z=[\w-]+$/);
  await expect(field).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/#z=/);
  await expectAccessible(page);
});
