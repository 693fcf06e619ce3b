// What is not the article is set aside and never lost: it folds, it is found, it comes back and goes away by the reader's word,
// and the analysis follows.
import { article, comment, menu, pastedPage } from './pastedPage';
import { expect, expectAccessible, expectNoSidewaysScroll, test, type PressmarkPage } from './page';

const quoted = /We have heard that promise/;

async function openPage(pressmark: PressmarkPage) {
  await pressmark.analysed(() => pressmark.box.fill(pastedPage));
  await pressmark.openList('Quotations');
}

function menuFold({ article }: PressmarkPage) {
  return article.getByRole('button', { name: /lines set aside: Skip to content/ });
}

function openMenu({ article }: PressmarkPage) {
  return article.getByRole('button', { name: '12 lines set aside', exact: true });
}

test('a menu is folded to one line that tells what it holds, and opens', async ({ pressmark }) => {
  await openPage(pressmark);
  const fold = menuFold(pressmark);
  await expect(fold).toContainText('12 lines set aside: Skip to content · The Saltmarsh Courier · Home');
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  const line = pressmark.article.getByText('Crosswords', { exact: true });
  await expect(line).toBeAttached();
  expect(await line.evaluate((element) => element.checkVisibility())).toBe(false);
  await expect(pressmark.article.getByRole('paragraph').filter({ hasText: 'Crosswords' })).toHaveCount(0);
  await fold.click();
  await expect(openMenu(pressmark)).toHaveAttribute('aria-expanded', 'true');
  await expect(pressmark.article.getByRole('paragraph').filter({ hasText: 'Crosswords' })).toBeVisible();
});

test('what the browser finds in a fold opens it', async ({ pressmark, page }) => {
  await openPage(pressmark);
  const fold = menuFold(pressmark);
  const inside = page.locator(`#${await fold.getAttribute('aria-controls')}`);
  await expect(inside).toHaveAttribute('hidden', 'until-found');
  // A fragment is found in the same way as by Ctrl+F, which belongs to the browser.
  await inside.locator('.block', { hasText: 'Weather' }).evaluate((line) => {
    line.id = 'found';
    location.hash = 'found';
  });
  await expect(openMenu(pressmark)).toHaveAttribute('aria-expanded', 'true');
});

test('a line comes back from an open menu, which stays open around it; undo takes that back', async ({
  pressmark,
  page,
}) => {
  await openPage(pressmark);
  await menuFold(pressmark).click();
  await pressmark.article.getByText('Weather', { exact: true }).hover();
  await pressmark.analysedSaying('Brought back: “Weather”.', () =>
    page.getByRole('button', { name: 'Bring back: “Weather”' }).click(),
  );
  const line = pressmark.article.locator('.block', { hasText: /^Weather/ });
  await expect(line).toHaveClass(/\bbody\b/);
  await expect(line).toHaveClass(/\bsaid\b/);
  await expect(pressmark.article.getByText('Opinion', { exact: true })).toBeVisible();
  await expect(pressmark.article.getByText('Crosswords', { exact: true })).toBeVisible();
  await expect(page.getByText('One paragraph set by you.')).toBeVisible();

  await pressmark.analysed(() => page.getByRole('button', { name: 'Undo' }).click());
  await expect(line).toHaveClass(/\bchrome\b/);
  await expect(openMenu(pressmark)).toBeVisible();
  await expect(page.getByText('set by you')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'The article, marked' })).toBeFocused();
});

test('a quotation goes with its paragraph, and comes back with it', async ({ pressmark, page }) => {
  await openPage(pressmark);
  const card = pressmark.list.getByRole('button', { name: quoted });
  await expect(card).toBeVisible();
  const paragraph = pressmark.article.locator('.block', { hasText: quoted });
  await paragraph.hover();
  await pressmark.analysed(() => page.getByRole('button', { name: /^Set aside: “We have heard/ }).click());
  await expect(card).toHaveCount(0);
  await expect(paragraph).toHaveClass(/\bchrome\b/);
  await expect(paragraph.locator('mark')).toHaveCount(0);
  await pressmark.openList('People');
  await expect(pressmark.list.getByRole('button', { name: /Bashir Qadri/ })).toHaveCount(0);

  await pressmark.openList('Quotations');
  await paragraph.hover();
  await pressmark.analysed(() => page.getByRole('button', { name: /^Bring back: “We have heard/ }).click());
  await expect(card).toBeVisible();
  await expect(page.getByText('set by you')).toHaveCount(0);
});

test('a whole run comes back at once, its quotations too, and all is as Pressmark saw it again', async ({
  pressmark,
  page,
}) => {
  await openPage(pressmark);
  const comments = pressmark.list.getByRole('button', { name: /exactly this about the tram/ });
  const folds = pressmark.article.getByRole('button', { name: /lines set aside/ });
  const foldsBefore = await folds.count();
  await expect(comments).toHaveCount(0);
  const fold = pressmark.article.locator('.fold').filter({ hasText: comment });
  await pressmark.analysed(() => fold.getByRole('button', { name: /Bring all \d+ lines back/ }).click());
  await expect(comments).toBeVisible();
  await expect(comments).toContainText('Otto Lindqvist');
  expect(await folds.count()).toBe(foldsBefore - 1);
  await pressmark.analysed(() => page.getByRole('button', { name: 'As Pressmark saw it' }).click());
  await expect(comments).toHaveCount(0);
  expect(await folds.count()).toBe(foldsBefore);
});

test('the reader says which line is the headline, and which the byline', async ({ pressmark, page }) => {
  await openPage(pressmark);
  await menuFold(pressmark).click();
  await pressmark.article.getByText('The Saltmarsh Courier', { exact: true }).hover();
  await expect(page.getByRole('group', { name: '“The Saltmarsh Courier”' })).toBeVisible();
  const kind = page.getByRole('combobox', { name: 'This is' });
  await pressmark.analysed(() => kind.selectOption('Headline'));
  const headings = pressmark.article.getByRole('heading', { level: 3 });
  await expect(headings).toHaveCount(1);
  await expect(headings).toContainText('The Saltmarsh Courier');
  await pressmark.openList('Source');
  await expect(pressmark.list.getByRole('button', { name: 'The Saltmarsh Courier', exact: true })).toBeVisible();

  await pressmark.article.getByText('Jobs', { exact: true }).hover();
  await expect(page.getByRole('group', { name: '“Jobs”' })).toBeVisible();
  await pressmark.analysed(() => kind.selectOption('Byline'));
  await expect(pressmark.article.locator('.block.byline', { hasText: 'Jobs' })).toBeVisible();
});

test('all by keyboard: to a paragraph, away, back, into a run and its lines', async ({ pressmark, page }) => {
  await openPage(pressmark);
  await page.getByRole('tab', { name: 'Quotations' }).focus();
  await page.keyboard.press('n');
  await expect(menuFold(pressmark)).toBeFocused();
  await page.keyboard.press('n');
  const headline = pressmark.article.locator('.block.title');
  await expect(headline).toBeFocused();
  for (let i = 0; i < 7; i++) await page.keyboard.press('n');
  const paragraph = pressmark.article.locator('.block', { hasText: quoted });
  await expect(paragraph).toBeFocused();

  await pressmark.analysed(() => page.keyboard.press('b'));
  await expect(paragraph).toHaveClass(/\bchrome\b/);
  await expect(paragraph).toBeFocused();
  await pressmark.analysed(() => page.keyboard.press('b'));
  await expect(paragraph).toHaveClass(/\bbody\b/);
  await pressmark.analysed(() => page.keyboard.press('Control+z'));
  await expect(paragraph).toHaveClass(/\bchrome\b/);
  await pressmark.analysed(() => page.keyboard.press('Control+z'));

  await expect(paragraph).toHaveClass(/\bbody\b/);
  await expect(paragraph).toBeFocused();
  for (let i = 0; i < 8; i++) await page.keyboard.press('p');
  await expect(menuFold(pressmark)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('n');
  await expect(pressmark.article.getByText('Skip to content', { exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Bring back: “Skip to content”' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'This is' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(pressmark.article.getByText('Skip to content', { exact: true })).toBeFocused();
  await page.keyboard.press('p');
  await pressmark.analysedSaying('Brought back: 12 paragraphs.', () => page.keyboard.press('b'));
  await expect(pressmark.article.locator('.block.body', { hasText: 'Crosswords' })).toBeVisible();
});

test('B works where a picked quotation stands, and on all that is selected', async ({ pressmark, page }) => {
  await openPage(pressmark);
  await pressmark.list.getByRole('button', { name: quoted }).click();
  await pressmark.analysed(() => page.keyboard.press('b'));
  await expect(pressmark.list.getByRole('button', { name: quoted })).toHaveCount(0);
  await pressmark.analysed(() => page.keyboard.press('Control+z'));

  await pressmark.article.evaluate((root) => {
    const lines = root.querySelectorAll('.block.body');
    const [first, last] = [lines[0]?.firstChild, lines[2]?.lastChild];
    if (first && last) getSelection()?.setBaseAndExtent(first, 0, last, last.textContent?.length ?? 0);
  });
  await pressmark.analysedSaying('paragraphs.', () => page.keyboard.press('b'));
  await expect(pressmark.article.locator('.fold', { hasText: 'The library boat that once' })).toBeAttached();
});

test('what is selected goes by the tools that come to it', async ({ pressmark, page }) => {
  await openPage(pressmark);
  const before = await pressmark.article.locator('.block.body').count();
  const [first, last] = [
    pressmark.article.locator('.block.body').nth(2),
    pressmark.article.locator('.block.body').nth(3),
  ];
  // The end first: a drag beyond the window's edge would scroll it.
  await last.scrollIntoViewIfNeeded();
  await first.scrollIntoViewIfNeeded();
  const [from, to] = [await first.boundingBox(), await last.boundingBox()];
  if (!from || !to) throw new Error('The paragraphs are not on the screen.');
  await page.mouse.move(from.x + 30, from.y + 15);
  await page.mouse.down();
  await page.mouse.move(to.x + 120, to.y + 15, { steps: 5 });
  await page.mouse.up();
  await pressmark.analysed(() => page.getByRole('button', { name: 'Set aside: 2 paragraphs' }).click());
  await expect(pressmark.article.locator('.block.body')).toHaveCount(before - 2);
  await expect(page.getByText('2 paragraphs set by you.')).toBeVisible();
});

test('the reader’s word stays with its paragraph while she types above it', async ({ pressmark, page }) => {
  await openPage(pressmark);
  const paragraph = pressmark.article.locator('.block', { hasText: quoted });
  await paragraph.hover();
  await pressmark.analysed(() => page.getByRole('button', { name: /^Set aside: “We have heard/ }).click());
  await pressmark.openBox();
  await pressmark.box.press('Control+Home');
  await pressmark.analysed(() => page.keyboard.insertText('We saw it first.\n\n'));
  await expect(pressmark.box).toHaveValue(`We saw it first.\n\n${pastedPage}`);
  await expect(pressmark.article.locator('.block.said')).toHaveText([article[7] ?? '']);
  await expect(paragraph).toHaveClass(/\bchrome\b/);
  await expect(pressmark.list.getByRole('button', { name: quoted })).toHaveCount(0);
  await expect(page.getByText('One paragraph set by you.')).toBeVisible();
  await pressmark.analysed(() => pressmark.box.fill('Another text, which is short.'));
  await expect(page.getByText('One paragraph set by you.')).toHaveCount(0);
});

test('every paragraph can be set from the list of all', async ({ pressmark, page }) => {
  await openPage(pressmark);
  await pressmark.openList('Source');
  await pressmark.list.getByText(/^All \d+ paragraphs and what they are/).click();
  const choice = pressmark.list.getByRole('combobox', { name: /^What “We have heard/ });
  await expect(choice).toHaveValue('body');
  await pressmark.analysed(() => choice.selectOption('Pull quote'));
  await expect(pressmark.article.locator('.block.pull_quote.said', { hasText: quoted })).toBeVisible();
  await expect(choice).toHaveValue('pull_quote');
  await pressmark.list.getByRole('button', { name: 'Crosswords' }).click();
  await expect(openMenu(pressmark)).toHaveAttribute('aria-expanded', 'true');
  await expect(pressmark.article.getByText('Crosswords', { exact: true })).toBeInViewport();
  await expect(page.getByText('One paragraph set by you.')).toBeVisible();
});

test('what is set aside is not printed', async ({ pressmark, page }) => {
  await openPage(pressmark);
  await menuFold(pressmark).click();
  await page.emulateMedia({ media: 'print' });
  await expect(pressmark.article.getByText('Crosswords', { exact: true })).toBeHidden();
  await expect(openMenu(pressmark)).toBeHidden();
  await expect(pressmark.article.getByText(article[3] ?? '')).toBeVisible();
});

test('what is copied is the article without what is set aside; a line of that alone can be copied too', async ({
  pressmark,
  page,
}) => {
  await openPage(pressmark);
  await menuFold(pressmark).click();
  const copied = () => pressmark.copied(() => page.keyboard.press('Control+C'));
  await pressmark.article.locator('.block.title').hover();
  await pressmark.article.evaluate((root) => {
    getSelection()?.selectAllChildren(root);
  });
  const whole = await copied();
  expect(whole).toContain(article.slice(0, 5).join('\n\n'));
  for (const line of [...menu, 'WhatsApp', 'set aside', 'Set aside', comment]) expect(whole).not.toContain(line + '\n');
  await pressmark.article.getByText('The Saltmarsh Courier', { exact: true }).evaluate((line) => {
    getSelection()?.selectAllChildren(line);
  });
  expect(await copied()).toBe('The Saltmarsh Courier');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing, folded and open', async ({ pressmark, page }) => {
      await openPage(pressmark);
      await expectAccessible(page);
      await menuFold(pressmark).click();
      await pressmark.article.getByText('Weather', { exact: true }).hover();
      await pressmark.analysed(() => page.getByRole('button', { name: 'Bring back: “Weather”' }).click());
      await expectAccessible(page);
      await pressmark.openList('Source');
      await pressmark.list.getByText(/^All \d+ paragraphs and what they are/).click();
      await expectAccessible(page);
    });
  });
}

test.describe('at 320 pixels, by touch', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test('a tap brings the tools, and nothing scrolls sideways', async ({ pressmark, page }) => {
    await openPage(pressmark);
    await expectNoSidewaysScroll(page);
    await menuFold(pressmark).tap();
    await pressmark.article.getByText('Weather', { exact: true }).tap();
    await expectNoSidewaysScroll(page);
    await pressmark.analysed(() => page.getByRole('button', { name: 'Bring back: “Weather”' }).tap());
    await expect(pressmark.article.locator('.block.body', { hasText: /^Weather/ })).toBeVisible();
    await pressmark.openList('Source');
    await pressmark.list.getByText(/^All \d+ paragraphs and what they are/).tap();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});

test.describe('in forced colours', () => {
  test.use({ forcedColors: 'active' });

  test('what is set aside still differs, by its border', async ({ pressmark }) => {
    await openPage(pressmark);
    await menuFold(pressmark).click();
    const line = pressmark.article.getByText('Weather', { exact: true });
    await expect(line).toHaveCSS('border-left-style', 'dotted');
    const [aside, text] = await Promise.all(
      [line, pressmark.article.locator('.block.body').first()].map((block) =>
        block.evaluate((element) => getComputedStyle(element).borderLeftColor),
      ),
    );
    expect(aside).not.toBe(text);
  });
});
