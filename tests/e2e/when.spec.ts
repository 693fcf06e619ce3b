// The list “When”: a timeline to scale and all times in words, in order, both ways between list and text, and by the day of
// publication that the reader gives.
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './page';

const published = 'March 12, 2026';
const text = [
  'Ferry line to return after eleven years',
  'By Ines Okafor',
  published,
  'The ferry to the islands will sail again in October 2026, the council said last Tuesday. The pier was built in 1845 ' +
    'and has been closed since 2015. Work on it starts next week.',
  '“We lost a generation of sailors in the 1990s,” Mayor Tove Lindqvist said on Tuesday. “In the 1990s they left.”',
  'From 2028 on a boat will leave every day. It is hard now.',
].join('\n\n');
const undated = text.replace(`${published}\n\n`, '');

test('times stand in order around the day of publication, in words and in their sentences', async ({ pressmark }) => {
  await pressmark.analysed(() => pressmark.box.fill(text));
  await pressmark.openList('When');
  await expect(pressmark.list.getByRole('heading')).toHaveText([
    ...['Before 2026', 'Earlier in 2026', 'Around publication, 12 March 2026', 'Later in 2026', 'After 2026'],
    ...['Past, now, future', 'Lasting', 'Repeated'],
  ]);
  const rows = (group: string) => pressmark.list.getByRole('region', { name: group }).getByRole('button');
  await expect(rows('Before 2026')).toHaveText([/^1845.*built in 1845/, /^the 1990s.*2/, /^2015.*closed since 2015/]);
  await expect(rows('Earlier in 2026')).toHaveText([/^Tuesday, 10 March 2026 2.*the council said last Tuesday\.$/]);
  await expect(rows('Around publication')).toHaveText([/^Thursday, 12 March 2026/]);
  await expect(rows('Later in 2026')).toHaveText([/^week 12 of 2026, 16 to 22 March 2026.*next week/, /^October 2026/]);
  await expect(rows('After 2026')).toHaveText([/^2028.*From 2028 on/]);
  await expect(rows('Past, now, future')).toHaveText([/^now/]);
  await expect(rows('Lasting')).toHaveText([/^11 years.*eleven years/]);
  await expect(rows('Repeated')).toHaveText([/^every day/]);
});

test('a row leads from place to place, and a time in the text to its row', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill(text));
  await pressmark.openList('When');
  const row = pressmark.list.getByRole('button', { name: /^Tuesday, 10 March 2026/ });
  const picked = pressmark.article.locator('.picked-name');
  await row.click();
  await expect(picked).toHaveText('last Tuesday');
  await expect(picked).toBeFocused();
  await expect(row).toContainText('1 of 2');
  await row.click();
  await expect(picked).toHaveText('Tuesday');
  await expect(picked).toBeFocused();
  await expect(row).toContainText('2 of 2');
  await expect(row).toContainText('Mayor Tove Lindqvist said on Tuesday.');
  await row.click();
  await expect(row).toContainText('1 of 2');

  await pressmark.openList('Voices');
  await pressmark.article.locator('.time', { hasText: '1990s' }).last().click();
  const current = page.locator('[aria-current="true"]');
  await expect(current).toContainText('the 1990s');
  await expect(current).toContainText('2 of 2');
  await expect(current).toBeInViewport();
  await expect(page.getByRole('tab', { name: 'When' })).toHaveAttribute('aria-selected', 'true');
});

test('a time far down the list is brought into view there', async ({ pressmark }) => {
  await pressmark.analysed(() =>
    pressmark.box.fill(
      `${Array.from({ length: 60 }, (_, i) => `It rained in ${1901 + i}.`).join(' ')}\n\nIt was sold in 1999.`,
    ),
  );
  await pressmark.article.locator('.time', { hasText: '1999' }).click();
  await expect(pressmark.list.getByRole('button', { name: /^1999/ })).toBeInViewport();
  await pressmark.article.locator('.time', { hasText: '1901' }).click();
  await expect(pressmark.list.getByRole('button', { name: /^1901/ })).toBeInViewport();
});

test('another day of publication gives other days, and the focus stays on its row', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill(text));
  await pressmark.openList('When');
  const day = page.getByLabel('Published');
  await pressmark.analysed(() => day.fill('2024-05-09'));
  await expect(day).toBeFocused();
  await expect(pressmark.list.getByRole('region', { name: 'Earlier in 2024' }).getByRole('button')).toHaveText([
    /^Tuesday, 7 May 2024 2/,
  ]);
  await expect(pressmark.list.getByRole('img')).toHaveAccessibleName(/counted from 9 May 2024/);

  const row = pressmark.list.getByRole('button', { name: /^Tuesday/ });
  await row.focus();
  await pressmark.analysed(() =>
    day.evaluate((input: HTMLInputElement) => {
      input.value = '2031-01-02';
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }),
  );
  await expect(pressmark.list.getByRole('region', { name: 'Before 2031' })).toContainText('Tuesday, 31 December 2030');
  await expect(row).toHaveText(/^Tuesday, 31 December 2030/);
  await expect(row).toBeFocused();
});

test('days that are not known are asked for where they stand', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill(undated));
  await pressmark.openList('When');
  const unknown = pressmark.list.getByRole('region', { name: 'Day not known' });
  await expect(unknown.getByRole('button')).toHaveText([
    ...[/^unknown Tuesday.*last Tuesday/, /^unknown week/, /^unknown Tuesday.*said on Tuesday/],
  ]);
  await expect(pressmark.list.getByRole('region', { name: 'In order' }).getByRole('button')).toHaveCount(5);
  await expect(pressmark.list).toContainText('stand further apart');
  await expectAccessible(page);
  await unknown.getByRole('link', { name: 'Give the day of publication' }).click();
  await expect(page.getByLabel('Published')).toBeFocused();
  await pressmark.analysed(() => page.getByLabel('Published').fill('2026-03-12'));
  await expect(unknown).toHaveCount(0);
  await expect(pressmark.list.getByRole('button', { name: /^Tuesday, 10 March 2026/ })).toBeVisible();
});

test('a text without times says so', async ({ pressmark }) => {
  await pressmark.analysed(() => pressmark.box.fill('The boat is white.'));
  await pressmark.openList('When');
  await expect(pressmark.list).toContainText('No times found.');
  await expect(pressmark.list.getByRole('img')).toHaveCount(0);
});

test('the list works by keyboard alone', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill(text));
  await pressmark.openList('People');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'When' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(pressmark.list.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(pressmark.article.locator('.picked-name')).toHaveText('the 1990s');
  await expect(pressmark.article.locator('.picked-name')).toBeFocused();
  await pressmark.openList('Source');
  await pressmark.article.locator('.picked-name').focus();
  await page.keyboard.press('Enter');
  await expect(pressmark.list.getByRole('button', { name: /^the 1990s/ })).toBeFocused();
});

test.describe('the timeline', () => {
  for (const width of [320, 800, 1440]) {
    test(`is one image with a sentence, and its labels stand apart, at ${width} pixels`, async ({
      pressmark,
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await pressmark.analysed(() => pressmark.box.fill(text));
      await pressmark.openList('When');
      const timeline = pressmark.list.getByRole('img');
      await expect(timeline).toHaveAccessibleName(
        'Timeline of 8 times, from 1845 to 2028, counted from 12 March 2026; the list below tells them all.',
      );
      await expect(timeline.locator('circle')).toHaveCount(2);
      await expect(timeline.locator('rect')).toHaveCount(6);
      const { labels, frame } = await timeline.evaluate((svg) => {
        const box = (element: Element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          return { left, right, top, bottom };
        };
        return { labels: [...svg.querySelectorAll('text')].map(box), frame: box(svg) };
      });
      expect(labels.length).toBeGreaterThan(4);
      for (const [i, a] of labels.entries()) {
        expect(a.left).toBeGreaterThanOrEqual(frame.left - 1);
        expect(a.right).toBeLessThanOrEqual(frame.right + 1);
        for (const b of labels.slice(i + 1)) {
          expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
        }
      }
      await expectNoSidewaysScroll(page);
    });
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the list, ${colorScheme}`, async ({ pressmark, page }) => {
    await page.emulateMedia({ colorScheme });
    await pressmark.analysed(() => pressmark.box.fill(text));
    await pressmark.openList('When');
    await pressmark.list.getByRole('button', { name: /^Tuesday, 10 March/ }).click();
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectAccessible(page);
  });
}

test('in print the whole list and its timeline are there, on the paper', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill(text));
  await pressmark.openList('When');
  await page.emulateMedia({ media: 'print' });
  await expect(pressmark.list.getByRole('listitem').last()).toHaveCSS('content-visibility', 'visible');
  await expect(pressmark.list.getByRole('img')).toBeVisible();
  await page.setViewportSize({ width: 500, height: 800 });
  await expectNoSidewaysScroll(page);
});
