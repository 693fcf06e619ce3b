// Where the article comes from: each value leads to its place in the text; the citation is ready to copy; and a text in
// another language is told so.
import { pastedPage } from './pastedPage';
import { expect, shortText, test } from './page';

test('values lead to their places in the text', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill(pastedPage));
  await pressmark.openList('Source');
  await expect(pressmark.list).toContainText(`All ${pastedPage.length.toLocaleString('en')} characters read;`);
  await pressmark.list.getByRole('button', { name: 'Bram Verhoeven' }).click();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('Bram Verhoeven');
  await expect(pressmark.article.locator('.block.byline')).toBeFocused();
  await pressmark.list.getByRole('button', { name: /^© 2026/ }).click();
  await expect(pressmark.article.locator('.block.copyright')).toBeInViewport();
});

test('a citation is copied, with the day that the reader gives', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill(pastedPage));
  await pressmark.openList('Source');
  const button = pressmark.list.getByRole('button', { name: 'Copy the citation' });
  const copied = () =>
    pressmark.copied(async () => {
      await button.click();
      await expect(page.getByRole('status')).toContainText('The citation is copied.');
    });
  expect(await copied()).toBe(
    'Ines Okonkwo and Bram Verhoeven, “Library boat will sail again after eleven winters ashore”, 12 June 2026.',
  );
  await pressmark.analysed(() => page.getByLabel('Published').fill('2026-06-13'));
  await expect.poll(copied).toContain(', 13 June 2026.');
});

test('a page’s own address and site are told, the address as a link', async ({ pressmark, page }) => {
  const html =
    '<!doctype html><meta charset="utf-8"><title>Port</title><link rel="canonical" href="https://courier.example/port">' +
    '<meta property="og:url" content="https://courier.example/port"><meta property="og:site_name" content="The Courier">' +
    '<h1>Port to close in winter</h1><p>“We go,” Lars Holm said.</p>';
  await pressmark.analysed(() =>
    page
      .getByLabel('Files to open')
      .setInputFiles({ name: 'port.html', mimeType: 'text/html', buffer: Buffer.from(html) }),
  );
  await pressmark.openList('Source');
  await expect(pressmark.list).toContainText('The Courier');
  const link = pressmark.list.getByRole('link', { name: 'https://courier.example/port' });
  await expect(link).toHaveAttribute('href', 'https://courier.example/port');
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
});

test('a text in another language is told so by the language’s name', async ({ pressmark, page }) => {
  const notice = page.getByText('This text seems to be German.');
  const german =
    'Der Hafen wird im Winter geschlossen, und niemand weiß, was aus den Schiffen werden soll. „Wir haben das nicht gewollt“, ' +
    'sagte die Bürgermeisterin am Dienstag vor dem Rathaus. Die Arbeiter wollen nun mit der Stadt über ihre Zukunft sprechen.';
  await pressmark.analysed(() => pressmark.box.fill(german));
  await expect(notice).toBeVisible();
  await expect(pressmark.article).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('status')).toContainText('The text seems to be German.');
  await pressmark.analysed(() => pressmark.box.fill(shortText));
  await expect(notice).toHaveCount(0);
  await pressmark.analysed(() => pressmark.box.fill('Guten Tag'));
  await expect(page.getByText('This text seems to be')).toHaveCount(0);
});
