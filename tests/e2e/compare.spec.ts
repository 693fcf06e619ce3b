// Articles side by side: shared sources, the same saying with a word changed, what only one of them says, a doubt answered.
import { readFileSync } from 'node:fs';
import { expect, expectAccessible, expectNoSidewaysScroll, PressmarkPage, test } from './page';

const one = [
  'Harbour wall of Port Ellery holds',
  'March 3, 2026',
  'The harbour wall held through the night, the city said on Tuesday.',
  '“The old wall held through the whole night and nobody was hurt,” Ana Reyes, mayor of Port Ellery, said on Tuesday. ' +
    '“We will rebuild the pier before the summer begins.”',
  'Omar Haddad, who owns two boats, said he had lost both of them. “Nobody warned the fishermen in time,” Haddad said.',
  'Officials said the ferry would run again on Friday.',
].join('\n\n');
const other = [
  'Storm spares Port Ellery',
  'April 4, 2026',
  'The storm spared the town, and the pier is gone.',
  '“The old wall held through the entire night and nobody was hurt,” mayor A. Reyes told reporters.',
  'Priya Raman, an engineer, said the wall had cost 40 million dollars. “It was worth every cent,” Priya Raman said.',
  'Omar Haddad said the fishermen had not been warned in time.',
].join('\n\n');

async function compare(pressmark: PressmarkPage) {
  await pressmark.analysed(() => pressmark.drop({ name: 'wall.txt', bytes: one }, { name: 'storm.txt', bytes: other }));
  await pressmark.page.getByRole('button', { name: 'Compare these' }).click();
  await expect(pressmark.page.getByRole('heading', { name: '2 articles compared' })).toBeFocused();
  await expect(pressmark.page.getByRole('heading', { name: 'Shared sources' })).toBeVisible();
}

test('two files are compared: shared sources, a changed word, what only one says', async ({ pressmark, page }) => {
  await compare(pressmark);
  await expect(page.getByRole('status')).toHaveText('2 articles are compared.');
  const articles = page.getByRole('list', { name: 'Compared articles' });
  await expect(articles).toContainText('Harbour wall of Port Ellery holds');
  await expect(articles).toContainText('3 March 2026');

  const shared = page.getByRole('region', { name: 'Shared sources', exact: true });
  const haddad = shared.getByRole('row', { name: /Omar Haddad/ });
  await expect(haddad.getByRole('button')).toHaveCount(2);
  await expect(haddad.getByRole('button').first()).toHaveAccessibleName(
    /^\d+ words quoted, \d+ reported, \d+ % of all in A/,
  );
  await expect(shared).not.toContainText('Priya Raman');

  const sayings = page.getByRole('region', { name: 'The same sayings, word by word' });
  const wall = sayings.getByRole('listitem').filter({ hasText: 'The old wall held' });
  await expect(wall.locator('del')).toHaveText('only in A: whole;');
  await expect(wall.locator('ins')).toHaveText('only in B: entire;');
  await expect(wall).toContainText('nearly word for word');

  const onlyA = page.getByRole('region', { name: 'A Harbour wall of Port Ellery holds' });
  await expect(onlyA).toContainText('We will rebuild the pier before the summer begins');
  await expect(onlyA).not.toContainText('old wall held');
  const onlyB = page.getByRole('region', { name: 'B Storm spares Port Ellery' });
  await expect(onlyB).toContainText('Priya Raman');
  await expect(onlyB).toContainText('It was worth every cent');

  const time = page.getByRole('region', { name: 'Voices over time', exact: true });
  await expect(time.getByRole('row', { name: /Omar Haddad/ }).getByRole('cell')).toHaveCount(3);
  await expect(time.getByRole('img', { name: /from Mar 2026 to Apr 2026/ })).toBeVisible();
  await time.getByLabel('Group by').selectOption('role');
  await expect(time.getByRole('rowheader', { name: 'mayor' })).toBeVisible();
});

test('a doubtful match is asked, and the answer makes one source of two', async ({ pressmark, page }) => {
  await compare(pressmark);
  const shared = page.getByRole('region', { name: 'Shared sources', exact: true });
  await expect(shared.getByRole('row', { name: /Reyes/ })).toHaveCount(0);
  const question = page.getByRole('region', { name: 'Are they the same?' }).getByRole('listitem');
  await expect(question).toContainText('A. Reyes');
  await expect(question).toContainText('the same as');
  await expect(question).toContainText('gives an initial only');
  await question.getByRole('button', { name: 'Same', exact: true }).press('Enter');
  await expect(shared.getByRole('row', { name: /Ana Reyes/ }).getByRole('button')).toHaveCount(2);
  await expect(question).toHaveCount(0);
  await expect(page.getByRole('heading', { name: '2 articles compared' })).toBeFocused();
});

test('one leads to the quotation in its article, and back to the comparison', async ({ pressmark, page }) => {
  await compare(pressmark);
  const onlyB = page.getByRole('region', { name: 'B Storm spares Port Ellery' });
  await pressmark.analysed(() => onlyB.getByRole('button', { name: /worth every cent/ }).click());
  await expect(pressmark.article.locator('.content.picked').first()).toContainText('It was worth every cent');
  await expect(pressmark.article.locator('.content.picked').first()).toBeInViewport();
  await expect(pressmark.box).toHaveValue(other);
  await page.getByRole('button', { name: 'Compare these' }).click();
  await expect(page.getByRole('heading', { name: 'Shared sources' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the article' }).click();
  await expect(pressmark.article).toContainText('It was worth every cent');
  await expect(page.getByRole('region', { name: 'The article, marked' }).getByRole('heading').first()).toBeFocused();
});

test('the articles of an archive are compared; new text ends the comparison', async ({ pressmark, page }) => {
  const text = readFileSync(new URL('../archives/nexis-uni.txt', import.meta.url), 'utf8');
  await pressmark.analysed(() => pressmark.paste(text));
  await page.getByRole('button', { name: 'Compare these' }).click();
  await expect(page.getByRole('heading', { name: '12 articles compared' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Compared articles' })).toContainText(
    'The Tidal Post (Ostwick), 5 January 2019',
  );
  await pressmark.analysed(() => page.getByRole('button', { name: 'Try the sample' }).click());
  await expect(page.getByRole('heading', { name: '12 articles compared' })).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a comparison, ${colorScheme}`, async ({ pressmark, page }) => {
    await page.emulateMedia({ colorScheme });
    await compare(pressmark);
    await expect(page.getByRole('heading', { name: 'Voices over time' })).toBeVisible();
    await expectAccessible(page);
  });
}

test('a comparison fits 320 px', async ({ pressmark, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await compare(pressmark);
  await expect(page.getByRole('heading', { name: 'Voices over time' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
