// From the text to the lists and back, by mouse and by keyboard alone.
import { expect, shortText, test } from './page';

test('a card leads to its quotation in the text', async ({ pressmark, page }) => {
  await pressmark.openSample();
  await pressmark.openList('Quotations');
  await pressmark.list.getByRole('button', { name: /not automatic/ }).click();
  const quotation = pressmark.article.locator('.content.picked', { hasText: 'not automatic' });
  await expect(quotation).toBeInViewport();
  await expect(quotation).toBeFocused();
  await expect(page.locator('[aria-current="true"]')).toContainText('not automatic');
});

test('a speaker’s chip leads to the voice, and the voice to its quotations', async ({ pressmark, page }) => {
  await pressmark.openSample();
  await pressmark.article.getByRole('button', { name: /Fatoumata Diallo/ }).click();
  await expect(page.getByRole('tab', { name: 'Voices' })).toHaveAttribute('aria-selected', 'true');
  const voice = pressmark.list.getByRole('button', { name: /^Fatoumata Diallo/ });
  await expect(voice).toBeFocused();
  await voice.click();
  await expect(pressmark.article.locator('.content.picked').first()).toContainText('not automatic');
});

test('a name leads from mention to mention, and shows them all', async ({ pressmark }) => {
  await pressmark.openSample();
  await pressmark.openList('People');
  const name = pressmark.list.getByRole('button', { name: /Ingrid Solheim/ }).first();
  await name.click();
  await expect(name).toContainText('1 of');
  await expect(pressmark.article.locator('.picked-name').first()).toBeFocused();
  await name.click();
  await expect(name).toContainText('2 of');
});

test('the smallest mark under the pointer is picked', async ({ pressmark, page }) => {
  await pressmark.openSample();
  await pressmark.article.locator('.entity', { hasText: 'Rotterdam' }).click();
  await expect(page.getByRole('tab', { name: 'People' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('[aria-current="true"]')).toContainText('Rotterdam');
});

test('the whole page works by keyboard alone', async ({ pressmark, page }) => {
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'To the text box' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(pressmark.box).toBeFocused();
  await page.keyboard.type('Note. ');
  await pressmark.analysed(() => page.keyboard.insertText(shortText));
  await expect(pressmark.box).toHaveValue(`Note. ${shortText}`);

  await page.getByRole('tab', { name: 'Quotations' }).focus();
  await page.keyboard.press('j');
  await expect(pressmark.article.locator('.content.picked').first()).toContainText('The bridge is safe again');
  await expect(pressmark.article.locator('.content.picked').first()).toBeFocused();
  await page.keyboard.press('j');
  await expect(page.getByRole('status')).toContainText('Quotation 2 of');
  await page.keyboard.press('k');
  await expect(page.getByRole('status')).toContainText('Quotation 1 of');

  await page.keyboard.press('h');
  await expect(page.getByRole('button', { name: 'Marks' })).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('h');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.getByRole('tab', { name: 'Quotations' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('tab', { name: 'Voices' })).toBeFocused();
  await expect(pressmark.list.getByRole('table')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(pressmark.article.locator('.content.picked').first()).toBeFocused();
});

test('copied text is the article and nothing else', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill(shortText));
  await pressmark.article.evaluate((element) => {
    getSelection()?.selectAllChildren(element);
  });
  expect(await pressmark.copied(() => page.keyboard.press('Control+C'))).toBe(shortText);
});
