// The marks in the text: layer by layer, by the keyboard, and with everything that hangs together.
import { expect, shortText, test } from './page';

test('each layer is shown or away by itself, and all at once by H', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill(shortText));
  const look = () =>
    pressmark.article.evaluate((article) => {
      const of = (selector: string) => {
        const element = article.querySelector(selector);
        if (!element) throw new Error(`${selector} is not in the article.`);
        return getComputedStyle(element);
      };
      return {
        names: of('.entity.PERSON').textDecorationLine === 'underline',
        quotations: of('.content.direct').backgroundColor !== 'rgba(0, 0, 0, 0)',
        speakers: of('.chip').display !== 'none',
        times: of('.time').textDecorationLine === 'underline',
      };
    });
  const all = { names: true, quotations: true, speakers: true, times: true };
  expect(await look()).toEqual(all);
  for (const [label, layer] of [
    ['Names', 'names'],
    ['Quotations', 'quotations'],
    ['Speakers', 'speakers'],
    ['Times', 'times'],
  ] as const) {
    const button = page.getByRole('list', { name: 'Marks in the text' }).getByRole('button', { name: label });
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    expect(await look()).toEqual({ ...all, [layer]: false });
    await button.click();
    expect(await look()).toEqual(all);
  }
  await page.keyboard.press('h');
  expect(await look()).toEqual({ names: false, quotations: false, speakers: false, times: false });
  await expect(page.getByRole('status')).toHaveText('Marks hidden.');
  await page.keyboard.press('h');
  expect(await look()).toEqual(all);
});

test('the text is one stop for the Tab key; arrows go from mark to mark, Enter to the card, Escape out', async ({
  pressmark,
  page,
}) => {
  await pressmark.analysed(() => pressmark.box.fill(shortText));
  await page.getByRole('button', { name: 'Marks', exact: true }).focus();
  await page.keyboard.press('Tab');
  await expect(pressmark.article).toBeFocused();
  const seen: string[] = [];
  const at = () =>
    page.evaluate(() => {
      const { activeElement: element } = document;
      return element?.classList.contains('chip') ? `(${element.getAttribute('data-name')})` : element?.textContent;
    });
  for (let i = 0; i < 7; i++) {
    await page.keyboard.press('ArrowRight');
    seen.push((await at()) ?? '');
  }
  expect(seen).toEqual([
    'May',
    'The bridge is safe again',
    'Priya Raman',
    'Friday',
    'We tested every bolt.',
    '(Priya Raman)',
    'Lars Holm',
  ]);
  await page.keyboard.press('ArrowLeft');
  expect(await at()).toBe('(Priya Raman)');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const row = pressmark.list.getByRole('button', { name: /^Lars Holm/ }).first();
  await expect(row).toBeFocused();
  await expect(row).toHaveAttribute('aria-current', 'true');
  await row.press('Enter');
  await expect(pressmark.article.locator('.picked-name')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(pressmark.article).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tab', { name: 'People' })).toBeFocused();
});

test('pointing at a name shows its whole chain, and so does coming to it by key', async ({ pressmark, page }) => {
  const text = 'Mayor Priya Raman spoke. “We are late,” she said. Lars Holm agreed with Raman.';
  await pressmark.analysed(() => pressmark.box.fill(text));
  const pointed = pressmark.article.locator('.pointed');
  await pressmark.article.locator('.entity.pronoun', { hasText: 'she' }).hover();
  await expect(pointed).toHaveText(['Priya Raman', 'she', 'Raman']);
  await pressmark.article.locator('.entity', { hasText: 'Lars Holm' }).hover();
  await expect(pointed).toHaveText(['Lars Holm']);
  await pressmark.article.focus();
  await page.keyboard.press('ArrowRight');
  await expect(pointed).toHaveText(['Priya Raman', 'she', 'Raman']);
});

test('the text is folded away once it was pasted, and is one click away', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.paste(shortText));
  await expect(pressmark.box).toBeHidden();
  await expect(page.getByRole('heading', { name: 'The article, marked' })).toBeFocused();
  await page.getByRole('button', { name: 'Edit the text' }).click();
  await expect(pressmark.box).toBeFocused();
  await page.getByRole('button', { name: 'Hide the box' }).click();
  await expect(pressmark.box).toBeHidden();
  await page.getByRole('link', { name: 'To the text box' }).press('Enter');
  await expect(pressmark.box).toBeFocused();
});
