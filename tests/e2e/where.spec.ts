// Where it happened: a map of the article's places and a list that does all that the map does. Both lead into the text, and
// both are there without a network.
import { expect, expectAccessible, expectNoSidewaysScroll, test, type PressmarkPage } from './page';

const text = `Ferries return to Odesa

KYIV — The first ferry in two years left Odesa for Istanbul on Monday. Ukraine said it carried 300 people. Moscow said it would let the ship pass, and Russia kept its word.

“We saw it go,” said Mayor Olena Tkach, who had come to Odesa from Springfield. Choirs from Newcastle, Salem and Merida sang. The harbour of Port Tessaly was closed.`;

const mapOf = ({ list }: PressmarkPage) => list.getByRole('img', { name: /^Map with \d+ places/ });
const rowOf = ({ list }: PressmarkPage, name: string) => list.getByRole('button', { name: new RegExp(`^${name}\\b`) });

// A place on the map by the title that the pointer sees.
const spotOf = (pressmark: PressmarkPage, title: RegExp) =>
  mapOf(pressmark)
    .locator('g, path')
    .filter({ has: pressmark.page.locator('title', { hasText: title }) });

async function open(pressmark: PressmarkPage) {
  await pressmark.analysed(() => pressmark.paste(text));
  await pressmark.openList('Where');
  await expect(mapOf(pressmark)).toBeVisible();
}

test('a map and a list tell the same, and both lead from mention to mention', async ({ pressmark }) => {
  await open(pressmark);
  await expect(mapOf(pressmark)).toHaveAccessibleName(/: Odesa, .*in doubt/);
  await expect(
    pressmark.list.getByText('Places: GeoNames, CC BY 4.0. Map: Natural Earth, by world-atlas.'),
  ).toBeVisible();

  const odesa = rowOf(pressmark, 'Odesa');
  await expect(pressmark.list.getByRole('listitem').first()).toContainText('Odesa');
  await expect(odesa).toContainText('Town or city, Ukraine');
  const spot = spotOf(pressmark, /^Odesa, 3 mentions$/);
  await spot.click();
  await expect(odesa).toHaveAttribute('aria-current', 'true');
  await expect(odesa).toContainText('1 of 3');
  const mentions = pressmark.article.locator('.picked-name');
  await expect(mentions).toHaveCount(3);
  await expect(mentions.first()).toBeFocused();
  await spot.click();
  await expect(odesa).toContainText('2 of 3');
  await expect(mentions.nth(1)).toBeFocused();
  await odesa.click();
  await expect(mentions.nth(2)).toBeFocused();

  await spotOf(pressmark, /^Russia,/).click();
  await expect(rowOf(pressmark, 'Russia')).toHaveAttribute('aria-current', 'true');
  await expect(pressmark.article.locator('.picked-name').first()).toBeFocused();
  await expect(odesa).toHaveAttribute('aria-current', 'false');
});

test('the list says what the map cannot: for whom a place acts, and what is not on it', async ({ pressmark }) => {
  await open(pressmark);
  await expect(rowOf(pressmark, 'Moscow')).toContainText(/Capital, Russia; acts for Russia/);
  for (const name of ['Springfield', 'Port Tessaly']) {
    await expect(rowOf(pressmark, name)).toContainText('Not on the map');
    await expect(spotOf(pressmark, new RegExp(name))).toHaveCount(0);
  }
  await rowOf(pressmark, 'Springfield').click();
  await expect(pressmark.article.locator('.picked-name')).toHaveText('Springfield');
});

test('a place in doubt is hollow, dashed and asked after, on the map and in the list', async ({ pressmark }) => {
  await open(pressmark);
  const row = rowOf(pressmark, 'Newcastle');
  await expect(row).toContainText('in doubt');
  await expect(rowOf(pressmark, 'Istanbul')).not.toContainText('in doubt');
  const [sure, unsure] = [spotOf(pressmark, /^Istanbul,/), spotOf(pressmark, /^Newcastle \(in doubt\)/)];
  const looks = (sign: typeof sure) =>
    sign.locator('.sign').evaluate((shape) => {
      const { fill, stroke, strokeDasharray } = getComputedStyle(shape);
      return { hollow: fill !== stroke, stroke, dashed: strokeDasharray !== 'none' };
    });
  const { stroke: ink } = await looks(unsure);
  expect(await looks(unsure)).toMatchObject({ hollow: true, dashed: true });
  expect(await looks(sure)).toMatchObject({ dashed: false });
  await expect(sure.locator('.sign')).toHaveCSS('fill', ink);
  await expect(unsure.locator('text')).toHaveText('?');
  await expect(row.locator('text')).toHaveText('?');
  await expect(sure.locator('text')).toHaveCount(0);
});

test('what is picked in the text is shown where the list is open', async ({ pressmark, page }) => {
  await open(pressmark);
  await pressmark.article.getByText('Istanbul').click();
  await expect(page.getByRole('tab', { name: 'Where' })).toHaveAttribute('aria-selected', 'true');
  await expect(rowOf(pressmark, 'Istanbul')).toHaveAttribute('aria-current', 'true');
  await expect(spotOf(pressmark, /^Istanbul,/).locator('.ring')).toHaveCount(1);
});

test('the keyboard looks closer and further, and goes through the list', async ({ pressmark, page }) => {
  await open(pressmark);
  const land = mapOf(pressmark).locator('.land');
  const all = pressmark.list.getByRole('button', { name: 'Show all places' });
  const outlines = () => land.getAttribute('d');
  await pressmark.list.getByRole('button', { name: 'Zoom in on Odesa' }).focus();
  const before = await outlines();
  await expect(all).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  await expect.poll(outlines).not.toBe(before);
  await expect(all).toHaveAttribute('aria-disabled', 'false');
  await expect(spotOf(pressmark, /^Odesa,/)).toBeVisible();
  await expect(spotOf(pressmark, /^Newcastle/)).toHaveCount(0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(all).toBeFocused();
  await page.keyboard.press('Space');
  await expect.poll(outlines).toBe(before);
  await expect(all).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(rowOf(pressmark, 'Odesa')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(pressmark.article.locator('.picked-name').first()).toBeFocused();
});

test('another text has another map, at once', async ({ pressmark, page }) => {
  await open(pressmark);
  await page.getByRole('button', { name: 'Edit the text' }).click();
  await pressmark.analysed(() =>
    pressmark.box.fill('Trains run from Paris to Marseille again. “At last,” said Mayor Ana Roux in Marseille.'),
  );
  await expect(mapOf(pressmark)).toHaveAccessibleName(/^Map with 2 places: Marseille and Paris/);
  await pressmark.analysed(() => pressmark.box.fill('Nobody came, and nothing happened.'));
  await expect(pressmark.list).toContainText('No places found.');
});

test('the map comes after the page, and is there without a network', async ({ pressmark, page, context }) => {
  await pressmark.analysed(() => pressmark.box.fill(text));
  await expect(page.getByText('Ready offline')).toBeVisible();
  const { drawn, asked } = await page.evaluate(() => ({
    drawn: performance.getEntriesByName('pressmark:analysis')[0]?.startTime ?? Infinity,
    asked: performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\/(map|countries-\d+m)-/.test(name))
      .map(({ startTime }) => startTime),
  }));
  expect(asked).toHaveLength(3);
  expect(Math.min(...asked)).toBeGreaterThan(drawn);
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await context.setOffline(true);
  await page.reload();
  await open(pressmark);
  const corners = async () => ((await mapOf(pressmark).locator('.borders').getAttribute('d')) ?? '').length;
  for (let i = 0; i < 3; i++) await pressmark.list.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(corners).toBeGreaterThan(3000);
  await spotOf(pressmark, /^Odesa,/).click();
  await expect(rowOf(pressmark, 'Odesa')).toContainText('1 of 3');
});

test('what does not come is told and asked for again', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.clock.install();
  await page.route(/\.pmp$|countries-110m/, (route) => route.abort());
  await page.goto(baseURL ?? '');
  await page.getByRole('textbox', { name: 'Article to analyse' }).fill(text);
  await page.getByRole('tab', { name: 'Where' }).click();
  const list = page.getByRole('tabpanel');
  await expect(list).toContainText('Odesa');
  await expect(list).toContainText('Looking up where these places lie…');
  await expect(list).not.toContainText('Not on the map');
  await page.clock.fastForward(20_000);
  await expect(list).toContainText('The file that tells where places lie has not come.');
  await page.unroute(/\.pmp$|countries-110m/);
  await page.route(/countries-110m/, (route) => route.abort());
  await list.getByRole('button', { name: 'Try again' }).click();
  await expect(list).toContainText('Town or city, Ukraine');
  await expect(list).toContainText('The map could not be loaded.');
  await page.unroute(/countries-110m/);
  await list.getByRole('button', { name: 'Try again' }).click();
  await expect(list.getByRole('img', { name: /^Map with/ })).toBeVisible();
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing, with a place picked and without', async ({ pressmark, page }) => {
      await open(pressmark);
      await expectAccessible(page);
      await rowOf(pressmark, 'Odesa').click();
      await expectAccessible(page);
    });
  });
}

test.describe('at 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('nothing scrolls sideways, and the map has its room', async ({ pressmark, page }) => {
    await open(pressmark);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    const { width = 0, height = 0 } = (await mapOf(pressmark).boundingBox()) ?? {};
    expect(width).toBeGreaterThan(270);
    expect(height).toBeGreaterThan(170);
    for (const button of await pressmark.list.getByRole('group').getByRole('button').all()) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    }
  });
});

test('in print the map and the whole list are there, without buttons', async ({ pressmark, page }) => {
  await open(pressmark);
  await page.emulateMedia({ media: 'print' });
  await expect(mapOf(pressmark)).toBeVisible();
  await expect(pressmark.list.getByRole('button', { name: 'Zoom out' })).toBeHidden();
  const cut = await pressmark.list.evaluate((panel) => panel.scrollHeight - panel.clientHeight);
  expect(cut).toBe(0);
});

test.describe('in forced colours', () => {
  test.use({ forcedColors: 'active' });

  test('dots stand out from land, and doubt from certainty', async ({ pressmark }) => {
    await open(pressmark);
    const fill = (place: RegExp) =>
      spotOf(pressmark, place)
        .locator('.sign')
        .evaluate((shape) => getComputedStyle(shape).fill);
    const land = await mapOf(pressmark)
      .locator('.land')
      .evaluate((shape) => getComputedStyle(shape).fill);
    expect(await fill(/^Istanbul,/)).not.toBe(land);
    expect(await fill(/^Newcastle/)).toBe(land);
  });
});
