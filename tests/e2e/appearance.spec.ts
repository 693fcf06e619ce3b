// Every state can be read by everyone: axe finds nothing, narrow screens do not scroll sideways, and colour is never the
// only sign.
import { allLists, expect, expectAccessible, expectNoSidewaysScroll, test } from './page';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing in the empty page and in the help', async ({ pressmark, page }) => {
      await expect(pressmark.box).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Help' }).click();
      await expectAccessible(page);
    });

    test('axe finds nothing in an analysed article and its lists', async ({ pressmark, page }) => {
      await pressmark.openSample();
      await pressmark.list.getByRole('button').first().click();
      for (const list of allLists) {
        await pressmark.openList(list);
        await expectAccessible(page);
      }
    });
  });
}

test.describe('at 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('nothing scrolls sideways', async ({ pressmark, page }) => {
    await expectNoSidewaysScroll(page);
    await pressmark.openSample();
    for (const list of allLists) {
      await pressmark.openList(list);
      await expectNoSidewaysScroll(page);
    }
    await expectAccessible(page);
  });
});

test.describe('in forced colours', () => {
  test.use({ forcedColors: 'active' });

  test('types still differ, by their line and their letter', async ({ pressmark }) => {
    await pressmark.openSample();
    const signs = await pressmark.article.evaluate((article) =>
      ['PERSON', 'ORG', 'LOC'].map((type) => {
        const mark = article.querySelector(`.entity.name.last.${type}`);
        if (!mark) throw new Error(`The sample has no ${type}.`);
        const { textDecorationStyle, textDecorationLine } = getComputedStyle(mark);
        return `${textDecorationLine} ${textDecorationStyle} ${getComputedStyle(mark, '::after').content}`;
      }),
    );
    expect(signs).toEqual([
      'underline solid "\u202fP" / ""',
      'underline double "\u202fO" / ""',
      'underline dotted "\u202fL" / ""',
    ]);
  });
});

test('in print the box and the buttons are left out and the whole article is there', async ({ pressmark, page }) => {
  await pressmark.openSample();
  await page.emulateMedia({ media: 'print' });
  await expect(pressmark.box).toBeHidden();
  await expect(page.getByRole('button', { name: 'Marks' })).toBeHidden();
  await expect(pressmark.article.locator('.block').last()).toHaveCSS('content-visibility', 'visible');
});
