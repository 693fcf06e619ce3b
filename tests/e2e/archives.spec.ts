// What a newspaper archive hands out is taken apart: its articles are offered, and what is changed in one stays.
import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { expect, test, type PressmarkPage } from './page';

const fileOf = (name: string) => new URL(`../archives/${name}`, import.meta.url);
const sample = (name: string) => readFileSync(fileOf(name), 'utf8');

async function pasteSample(pressmark: PressmarkPage, name: string) {
  const { page } = pressmark;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), sample(name));
  await pressmark.box.focus();
  await pressmark.analysed(() => page.keyboard.press('Control+V'));
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
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
      const root = page.locator('html');
      expect(await root.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    });
  });
}
