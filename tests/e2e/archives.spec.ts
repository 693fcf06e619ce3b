// What a newspaper archive hands out is taken apart: its articles are offered, and what is changed in one stays.
import { readFileSync } from 'node:fs';
import { expect, expectAccessible, expectNoSidewaysScroll, PressmarkPage, shortText, test } from './page';

const fileOf = (name: string) => new URL(`../archives/${name}`, import.meta.url);
const sample = (name: string) => readFileSync(fileOf(name), 'utf8');

async function pasteSample(pressmark: PressmarkPage, name: string) {
  await pressmark.analysed(() => pressmark.paste(sample(name)));
}

const offered = (pressmark: PressmarkPage) => pressmark.page.getByRole('list', { name: '12 articles in this text' });

test('a pasted export is offered article by article, each with publication and day', async ({ pressmark, page }) => {
  await pasteSample(pressmark, 'nexis-uni.txt');
  const list = offered(pressmark);
  await expect(list.getByRole('button')).toHaveCount(12);
  await expect(list.getByRole('button').first()).toHaveText(/Ferry to Skelwick Island.*The Tidal Post.*5 Jan 2019/s);
  await expect(list.getByRole('button').first()).toHaveAttribute('aria-current', 'true');
  await expect(pressmark.box).toHaveValue(/^Ferry to Skelwick Island[^]*End of Document$/);
  await expect(pressmark.article.getByRole('heading', { name: /Ferry to Skelwick Island/ })).toBeVisible();
  await expect(pressmark.article.locator('.block.byline')).toContainText('Mara Quill');
  await expect(page.getByText('Found 5 January 2019 in the text.')).toBeVisible();

  await pressmark.analysed(() => list.getByRole('button', { name: /Rovers hold leaders/ }).click());
  await expect(pressmark.article).toContainText('A late header by Samira Bell');
  await expect(pressmark.article).not.toContainText('Ida Brandt');
});

test('what is typed in one article is there again, and the whole text is one click away', async ({
  pressmark,
  page,
}) => {
  await pasteSample(pressmark, 'factiva.txt');
  const list = offered(pressmark);
  await pressmark.openBox();
  await pressmark.box.press('Control+End');
  await pressmark.analysed(() => page.keyboard.type('\n\n“We will not,” Bo Ek said.'));
  await pressmark.analysed(() => list.getByRole('button', { name: /A vineyard/ }).click());
  await expect(pressmark.box).toHaveValue(/^Weekend\nA vineyard/);
  await pressmark.analysed(() => page.getByRole('button', { name: 'All as one text' }).click());
  await expect(pressmark.box).toHaveValue(sample('factiva.txt'));
  await pressmark.analysed(() => list.getByRole('button', { name: /Rail strike/ }).click());
  await expect(pressmark.box).toHaveValue(/“We will not,” Bo Ek said\.$/);
});

test('the list is one stop for Tab, and arrows go through it', async ({ pressmark, page }) => {
  await pasteSample(pressmark, 'proquest.txt');
  const buttons = offered(pressmark).getByRole('button');
  await buttons.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(buttons.nth(2)).toBeFocused();
  await pressmark.analysed(() => page.keyboard.press('Enter'));
  await expect(buttons.nth(2)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('End');
  await expect(buttons.last()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'All as one text' })).toBeFocused();
});

test('an export is opened as a file, and another text takes its place', async ({ pressmark, page }) => {
  await pressmark.analysed(() => page.getByLabel('Files to open').setInputFiles(fileOf('nexis.txt').pathname));
  await expect(offered(pressmark).getByRole('button')).toHaveCount(12);
  await pressmark.openSample();
  await expect(offered(pressmark)).toHaveCount(0);
});

test('what is set aside in one article is there again, too, and nothing of it in the others', async ({
  pressmark,
  page,
}) => {
  await pasteSample(pressmark, 'factiva.txt');
  const list = offered(pressmark);
  const paragraph = pressmark.article.locator('.block.body').nth(1);
  const words = (await paragraph.innerText()).slice(0, 20);
  await paragraph.hover();
  await pressmark.analysed(() => page.getByRole('button', { name: /^Set aside: “/ }).click());
  await expect(page.getByText('One paragraph set by you.')).toBeVisible();

  await pressmark.analysed(() => list.getByRole('button', { name: /A vineyard/ }).click());
  await expect(page.getByText('set by you')).toHaveCount(0);
  await pressmark.analysed(() => list.getByRole('button').first().click());
  await expect(pressmark.article.locator('.block.chrome.said')).toContainText(words);
  await pressmark.analysed(() => page.getByRole('button', { name: 'Undo' }).click());
  await expect(page.getByText('set by you')).toHaveCount(0);
});

test('the reader’s word on a line outdoes the archive’s', async ({ pressmark, page }) => {
  await pasteSample(pressmark, 'nexis-uni.txt');
  await pressmark.article.locator('.block.byline').hover();
  await pressmark.analysed(() => page.getByRole('button', { name: /^Set aside: “/ }).click());
  await expect(pressmark.article.locator('.block.chrome.said')).toContainText('Mara Quill');
});

test('an export is taken apart even where something is typed before the analyzer is there', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  let come: (() => void) | undefined;
  const analyzer = new Promise<void>((resolve) => {
    come = resolve;
  });
  await context.route('**/*.wasm', async (route) => {
    await analyzer;
    await route.continue();
  });
  await page.goto('./');
  const pressmark = new PressmarkPage(page);
  await pressmark.paste(sample('factiva.txt'));
  await expect(pressmark.box).toHaveValue(sample('factiva.txt'));
  await pressmark.openBox();
  await pressmark.box.press('Control+Home');
  await page.keyboard.type('Read on Friday\n\n');
  // Longer than the pause after which typed text is analysed.
  await page.waitForTimeout(400);
  await pressmark.analysed(async () => {
    come?.();
    await analyzer;
  });
  await expect(offered(pressmark).getByRole('button')).toHaveCount(12);
  await page.getByRole('button', { name: 'All as one text' }).click();
  await expect(pressmark.box).toHaveValue(`Read on Friday\n\n${sample('factiva.txt')}`);
  await context.close();
});

test('a text pasted over an article takes the place of the whole export', async ({ pressmark }) => {
  await pasteSample(pressmark, 'nexis.txt');
  await expect(offered(pressmark)).toHaveCount(1);
  await pressmark.openBox();
  await pressmark.box.press('Control+A');
  await pressmark.analysed(() => pressmark.paste(shortText));
  await expect(offered(pressmark)).toHaveCount(0);
  await expect(pressmark.box).toHaveValue(shortText);
});

test('screen readers are told how many articles there are', async ({ pressmark, page }) => {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const status = document.querySelector('p[role=status]');
    if (status)
      new MutationObserver(() => said.push(status.textContent)).observe(status, {
        subtree: true,
        characterData: true,
        childList: true,
      });
  });
  await pasteSample(pressmark, 'nexis.txt');
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  await expect
    .poll(said)
    .toContain('12 articles found. The first is open: Ferry to Skelwick Island runs again after three winters.');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme}, at 320 pixels`, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 640 } });

    test('axe finds nothing in the list of articles, and nothing scrolls sideways', async ({ pressmark, page }) => {
      await pasteSample(pressmark, 'nexis-uni.txt');
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });
  });
}
