// The lists beside the text: who gets how much of the say, why a speaker is the speaker, who is meant, what to check.
import { expect, expectAccessible, test } from './page';

const text = [
  'Ferry fares to rise in spring',
  'The council of Port Ellery met on Tuesday. Fares will rise by 12 percent.',
  '“Nobody asked the islanders.”',
  '“We had no choice,” Mayor Priya Raman told reporters. She said fuel had cost the city $4 million in 2024.',
  'The plan will fail, according to two people who have seen it. Lars Holm, a spokesman for the ferry company, claimed that the boats were full.',
].join('\n\n');

test('voices: who gets how many words, and groups that add up', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill(text));
  const list = pressmark.list;
  await expect(list).toContainText('3 voices: 2 named, 1 not named; 1 quotation without a speaker.');
  const row = (name: string) => list.getByRole('row').filter({ has: page.getByRole('button', { name }) });
  await expect(row('Priya Raman').getByRole('cell')).toHaveText(['4', '9']);
  await expect(row('Lars Holm').getByRole('cell')).toHaveText(['0', '4']);
  await expect(list.locator('rect.quoted')).toHaveCount(2);
  await expect(list).toContainText('first in paragraph 3');

  await page.getByLabel('Group by').selectOption('role, as the text gives it');
  const groups = list.getByRole('rowheader').filter({ hasText: 'of all words' });
  await expect(groups).toContainText([/^mayor/, /^No role in the text/, /^spokesman/]);
  await page.getByLabel('Group by').selectOption('pronoun, as the text has it');
  await expect(groups).toContainText([/^she/, /^Not one named person/, /^he/]);
  await expect(list).toContainText('nothing is guessed from a name');
  await row('Lars Holm').getByRole('button').click();
  await expect(pressmark.article.locator('.content.picked')).toHaveText('the boats were full');
});

test('the doubtful one is one click away, and one key', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill(text));
  await page.getByRole('button', { name: '1 speaker in doubt: show' }).click();
  const doubtful = pressmark.article.locator('.content.picked');
  await expect(doubtful).toHaveText('Nobody asked the islanders.');
  await expect(doubtful).toBeFocused();
  await expect(page.getByRole('status')).toContainText('In doubt 1 of 1, Unattributed.');
  const card = pressmark.list.getByRole('listitem').filter({ hasText: 'Nobody asked the islanders' });
  await expect(card.getByRole('button', { name: /^Why this speaker/ })).toContainText('none found');

  await page.keyboard.press('j');
  await expect(doubtful).toHaveText('We had no choice');
  await page.keyboard.press('d');
  await expect(doubtful).toHaveText('Nobody asked the islanders.');

  await pressmark.list.getByRole('button', { name: 'In doubt 1' }).click();
  await expect(pressmark.list.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('j');
  await expect(pressmark.list.getByRole('button', { name: 'All 5' })).toHaveAttribute('aria-pressed', 'true');
});

test('why this speaker: the evidence is told, and marked in the text', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill(text));
  await pressmark.openList('Quotations');
  const card = pressmark.list.getByRole('listitem').filter({ hasText: 'fuel had cost the city' });
  await card.getByRole('button', { name: /^Why this speaker/ }).click();
  await expect(card.getByRole('button', { name: /“said” is a word of saying/ })).toBeVisible();
  await expect(card.getByRole('button', { name: /“She” means Priya Raman, who is named here/ })).toBeVisible();
  const marked = () =>
    page.evaluate(() =>
      ['cue', 'speaker', 'chain'].map((sign) =>
        [...((CSS.highlights.get(`why-${sign}`) ?? []) as Iterable<Range>)].map((range) => range.toString()).join(),
      ),
    );
  expect(await marked()).toEqual(['said', 'She', 'Priya Raman']);
  await expectAccessible(page);

  await card.getByRole('button', { name: /“She” means/ }).click();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('Priya Raman');
  // Another text is drawn; the evidence is marked where it stands now.
  await pressmark.openBox();
  await pressmark.box.press('Control+Home');
  await pressmark.analysed(() => page.keyboard.insertText('Port news\n\n'));
  await expect.poll(marked).toEqual(['said', 'She', 'Priya Raman']);

  await page.keyboard.press('Tab');
  await card.getByRole('button', { name: /^Why this speaker/ }).click();
  expect(await marked()).toEqual(['', '', '']);
});

test('a name’s card holds its roles, every mention and what it says; each leads into the text', async ({
  pressmark,
  page,
}) => {
  await pressmark.analysed(() => pressmark.box.fill(text));
  await pressmark.article.locator('.entity', { hasText: 'Priya Raman' }).click();
  await expect(page.getByRole('tab', { name: 'People' })).toHaveAttribute('aria-selected', 'true');
  const card = pressmark.list.getByRole('listitem').filter({ hasText: 'Priya Raman' });
  await expect(card.getByRole('term')).toHaveText(['Role', 'Pronoun', 'Says', 'Mentions']);
  await expect(card).toContainText('she, as the text has it');
  await card.getByRole('button', { name: 'She', exact: true }).click();
  await expect(pressmark.article.locator('.entity.pronoun')).toBeFocused();
  await expect(pressmark.article.locator('.picked-name')).toHaveText(['Priya Raman', 'She']);
  await card.getByRole('button', { name: 'Mayor', exact: true }).click();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('Mayor');
  await card.getByRole('button', { name: 'We had no choice' }).click();
  await expect(page.getByRole('tab', { name: 'Quotations' })).toHaveAttribute('aria-selected', 'false');
  await expect(pressmark.article.locator('.content.picked')).toHaveText('We had no choice');
});

test('what is to be checked is ticked off, stays so while one types, and prints alone', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill(text));
  await pressmark.openList('Check');
  const headings = pressmark.list.getByRole('heading');
  await expect(headings).toHaveText([
    'Whose words are these? 1',
    'Who is the source? 1',
    'Is the figure right? 3',
    'Is the day right? 3',
    'Was it said in these words? 1',
  ]);
  const box = (words: string) => pressmark.list.getByRole('checkbox', { name: `Checked: ${words}` });
  await box('$4 million').check();
  await box('2024').check();
  const progress = pressmark.list.getByText(/\d of 9 checked/);
  await expect(progress).toHaveText('2 of 9 checked');
  await expect(pressmark.list.getByRole('button', { name: '$4 million' })).toContainText('4,000,000 USD');

  await pressmark.openBox();
  await pressmark.box.press('Control+Home');
  await pressmark.analysed(() => page.keyboard.insertText('Port news\n\n'));
  await expect(box('$4 million')).toBeChecked();
  await expect(progress).toHaveText('2 of 9 checked');

  await pressmark.list.getByRole('button', { name: 'the plan', exact: false }).first().click();
  await expect(pressmark.article.locator('.content.picked')).toHaveText('The plan will fail');
  await pressmark.list.getByRole('button', { name: '12 percent' }).click();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('12 percent');

  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await expect(pressmark.article).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await pressmark.list.getByRole('button', { name: 'Print' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(pressmark.article).toBeHidden();
  await expect(box('$4 million')).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(pressmark.article).toBeVisible();
});

test('ticks are of one text: another one starts afresh', async ({ pressmark }) => {
  await pressmark.analysed(() => pressmark.paste(text));
  await pressmark.openList('Check');
  await pressmark.list.getByRole('checkbox').first().check();
  await pressmark.openBox();
  await pressmark.box.selectText();
  await pressmark.analysed(() => pressmark.paste(text));
  await expect(pressmark.list.getByText('0 of 9 checked')).toBeVisible();
});
