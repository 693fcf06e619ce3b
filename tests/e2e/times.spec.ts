// When things happen: which day “Tuesday” is, and how that hangs on the day of publication.
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './page';

const text = 'The ministers met on Tuesday. They will meet again next week.';

test('times are read from the day that the reader gives, at once and without a new analysis', async ({
  pressmark,
  page,
}) => {
  await pressmark.analysed(() => pressmark.box.fill(text));
  const tuesday = pressmark.article.getByTitle('unknown Tuesday: say when it was published');
  await expect(tuesday).toHaveText('Tuesday');
  await expect(page.getByText('When was it published?').first()).toBeVisible();
  await expect(page.getByRole('status')).toContainText('When was it published?');
  await expectAccessible(page);

  const analyses = () =>
    page.evaluate(() =>
      performance
        .getEntriesByName('pressmark:analysis')
        .map((mark) => ((mark as PerformanceMark).detail as { id: string }).id),
    );
  const [before] = (await analyses()).slice(-1);
  await pressmark.analysedSaying('Times are counted from 13 March 2025.', () =>
    page.getByLabel('Published').fill('2025-03-13'),
  );
  expect((await analyses()).at(-1)).toBe(before);
  await expect(page.getByLabel('Published')).toBeFocused();
  await expect(pressmark.article.getByTitle('Tuesday, 11 March 2025')).toHaveText('Tuesday');
  await expect(pressmark.article.getByTitle(/^week 12 of 2025/)).toHaveText('next week');

  await page.getByLabel('Published').fill('2024-05-09');
  await expect(pressmark.article.getByTitle('Tuesday, 7 May 2024')).toHaveText('Tuesday');

  await pressmark.box.press('Control+End');
  await pressmark.analysed(() => page.keyboard.type(' Nobody else will.'));
  await expect(page.getByLabel('Published')).toHaveValue('2024-05-09');
  await expect(pressmark.article.getByTitle('Tuesday, 7 May 2024')).toHaveText('Tuesday');

  await page.getByLabel('Published').fill('');
  await expect(tuesday).toHaveText('Tuesday');
});

test('a time is told to the keyboard, in the line, on the smallest screen and in the dark', async ({
  pressmark,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await pressmark.analysed(() => pressmark.box.fill(text));
  await page.getByLabel('Published').fill('2025-03-13');
  const tuesday = pressmark.article.getByTitle('Tuesday, 11 March 2025');
  await page.getByRole('button', { name: 'Marks' }).focus();
  await page.keyboard.press('Tab');
  await expect(pressmark.article).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(tuesday).toBeFocused();
  const told = await tuesday.evaluate((mark) => getComputedStyle(mark, '::after').content);
  expect(told).toContain('Tuesday, 11 March 2025');
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByText('What the marks mean').click();
  await expect(page.getByRole('list', { name: 'Marks in the text' })).toContainText('Date or time');
});

test('the day of publication is asked for by its own label, and found in the text where it is there', async ({
  pressmark,
  page,
}) => {
  await pressmark.analysed(() => pressmark.box.fill(`By Ann Lee\n\nMarch 13, 2025\n\n${text}`));
  await expect(page.getByText('Found 13 March 2025 in the text.')).toBeVisible();
  await pressmark.analysedSaying('Times are counted from 1 March 2025.', () =>
    page.getByLabel('Published').fill('2025-03-01'),
  );
  await pressmark.analysedSaying('Times are counted from 13 March 2025.', () => page.getByLabel('Published').fill(''));
  await expect(page.getByText('Found 13 March 2025 in the text.')).toBeVisible();
  await expectAccessible(page);
});
