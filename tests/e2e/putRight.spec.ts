// What the machine got wrong the reader puts right: by mouse, by keyboard, with a way back.
import { expect, expectAccessible, expectNoSidewaysScroll, test, type PressmarkPage } from './page';

const text = [
  'Ferry fares to rise in spring',
  '“Nobody asked the islanders.”',
  '“We had no choice,” Mayor Priya Raman told reporters. She said fuel had cost the city $4 million in 2024.',
  'Lars Holm, a spokesman for the ferry company, claimed that the boats were full. Holm blamed Skelwick Bay Lines.',
].join('\n\n');

const card = (pressmark: PressmarkPage, words: string) =>
  pressmark.list.getByRole('listitem').filter({ hasText: words });

test('a quotation gets its speaker, the count follows, and all of it can be taken back', async ({
  pressmark,
  page,
}) => {
  await pressmark.analysed(() => pressmark.box.fill(text));
  await pressmark.openList('Quotations');
  const quotation = card(pressmark, 'Nobody asked the islanders');
  await quotation.getByRole('button', { name: 'Put right' }).click();
  await expectAccessible(page);
  await pressmark.analysed(() => quotation.getByLabel('Speaker').selectOption('Lars Holm'));
  await expect(page.getByRole('status')).toContainText('“Nobody asked the islanders.” is said by “Lars Holm”.');
  await expect(quotation.getByRole('button', { name: /^Why this speaker/ })).toContainText('by you');
  const chip = pressmark.article.getByRole('button', { name: 'Speaker, set by you: Lars Holm' });
  await expect(chip).toBeVisible();
  await expect(page.getByText('No speaker is in doubt.')).toBeVisible();
  await pressmark.openList('Voices');
  await expect(pressmark.list.getByRole('row').filter({ hasText: 'Lars Holm' }).getByRole('cell').first()).toHaveText(
    '4',
  );

  await pressmark.analysed(() => page.keyboard.press('Control+z'));
  await expect(chip).toHaveCount(0);
  await expect(page.getByRole('button', { name: '1 speaker in doubt: show' })).toBeVisible();
  await pressmark.analysed(() => page.keyboard.press('Control+y'));
  await expect(chip).toBeVisible();
});

test('what is corrected stays while one types, and what stands no more in the text is listed', async ({
  pressmark,
  page,
}) => {
  await pressmark.analysed(() => pressmark.box.fill(text));
  await pressmark.openList('Quotations');
  const quotation = card(pressmark, 'the boats were full');
  await quotation.getByRole('button', { name: 'Put right' }).click();
  await pressmark.analysed(() => quotation.getByRole('button', { name: 'Not a quotation' }).click());
  await expect(quotation).toHaveCount(0);

  await pressmark.box.press('Control+Home');
  await pressmark.analysed(() => page.keyboard.insertText('Port news\n\n'));
  await expect(quotation).toHaveCount(0);
  const list = page.locator('details').filter({ hasText: 'One correction by you' });
  await list.getByText('One correction by you').click();
  await list.getByRole('button', { name: '“the boats were full” is no quotation.', exact: true }).click();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('the boats were full');

  await pressmark.analysed(() => pressmark.box.fill(text.replace('the boats were full', 'there was no room')));
  await expect(page.getByText('One correction by you; 1 not in this text')).toBeVisible();
  await pressmark.analysed(() => pressmark.box.fill(text));
  await expect(page.getByText('not in this text')).toHaveCount(0);
  await expect(quotation).toHaveCount(0);
  await pressmark.analysed(() => list.getByRole('button', { name: /^Take back: “the boats/ }).click());
  await expect(quotation).toHaveCount(1);
});

test('a name changes its type for all its mentions, and is another’s, and is none', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill(text));
  const holm = pressmark.article.locator('.entity.name.last', { hasText: 'Holm' });
  await holm.first().click();
  const row = card(pressmark, 'Lars Holm');
  await row.getByRole('button', { name: 'Put right' }).click();
  await expectAccessible(page);
  await pressmark.analysed(() => row.getByLabel('Type').selectOption('Organization'));
  await expect(pressmark.article.locator('.entity.name.ORG', { hasText: 'Holm' })).toHaveCount(2);
  await expect(pressmark.list.getByRole('button', { name: /^Lars Holm/ }).first()).toHaveAttribute(
    'aria-current',
    'true',
  );

  await pressmark.analysed(() => row.getByLabel('Same as').selectOption('Priya Raman'));
  await expect(pressmark.list.getByRole('button', { name: /^Lars Holm .*mentions/ })).toHaveCount(0);
  await expect(
    pressmark.list.getByRole('button', { name: /^Priya Raman .*4 of|^Priya Raman .*4 mentions/ }),
  ).toBeVisible();
  await pressmark.analysed(() => page.keyboard.press('Control+z'));
  await pressmark.analysed(() => page.keyboard.press('Control+z'));
  await expect(pressmark.article.locator('.entity.name.PERSON', { hasText: 'Holm' })).toHaveCount(2);
});

test('selected words become a name or a quotation; by keys, too', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill(text));
  const select = (words: string) =>
    pressmark.article.evaluate((article, wanted) => {
      for (const line of article.querySelectorAll('.block')) {
        const start = line.textContent.indexOf(wanted);
        if (start < 0) continue;
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        const point = (offset: number): [Node, number] => {
          let left = offset;
          walker.currentNode = line;
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const { length } = node as Text;
            if (left <= length) return [node, left];
            left -= length;
          }
          return [line, 0];
        };
        getSelection()?.setBaseAndExtent(...point(start), ...point(start + wanted.length));
        return;
      }
    }, words);

  await select('Ferry fares');
  await pressmark.analysed(() => page.getByLabel('Mark “Ferry fares” as').selectOption('Other name'));
  await expect(pressmark.article.locator('.entity.MISC.by-reader', { hasText: 'Ferry fares' })).toBeVisible();
  await page.getByRole('button', { name: 'Marks', exact: true }).focus();
  await select('reporters');
  await pressmark.analysed(() => page.keyboard.press('2'));
  await expect(pressmark.article.locator('.entity.ORG.by-reader', { hasText: 'reporters' })).toBeVisible();
  await pressmark.article.focus();
  const reporters = pressmark.article.locator('.entity.ORG.by-reader');
  for (let stop = 0; stop < 20 && !(await reporters.evaluate((mark) => mark === document.activeElement)); stop++) {
    await page.keyboard.press('ArrowRight');
  }
  await pressmark.analysed(() => page.keyboard.press('Delete'));
  await expect(pressmark.article.locator('.entity', { hasText: 'reporters' })).toHaveCount(0);
});

test('days, roles, the headline and the authors are put right', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill(text));
  await pressmark.openList('When');
  await pressmark.list.getByRole('button', { name: /^2024/ }).click();
  await pressmark.analysed(() => pressmark.list.getByRole('textbox', { name: 'Day' }).fill('2024-05-06'));
  await expect(pressmark.article.getByTitle('Monday, 6 May 2024')).toHaveText('2024');
  await expect(pressmark.list.getByText('put right by you')).toBeVisible();

  await pressmark.openList('People');
  await pressmark.list
    .getByRole('button', { name: /^Priya Raman/ })
    .first()
    .click();
  const row = card(pressmark, 'Priya Raman');
  await row.getByRole('button', { name: 'Put right' }).click();
  await pressmark.analysed(() => row.getByRole('button', { name: '“Mayor” is no role' }).click());
  await expect(row.getByRole('term')).not.toContainText(['Role']);

  await pressmark.openList('Source');
  await pressmark.list.getByText('Put right').click();
  await pressmark.list.getByLabel('Authors').fill('Jo Beck; Amina Diop');
  await pressmark.analysed(() => page.keyboard.press('Tab'));
  await expect(pressmark.list.getByRole('definition').filter({ hasText: 'Amina Diop' })).toBeVisible();
  await expect(pressmark.list.locator('.citation')).toHaveText(
    'Jo Beck and Amina Diop, “Ferry fares to rise in spring”.',
  );
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Marks', exact: true }).focus();
  for (let i = 0; i < 3; i++) await pressmark.analysed(() => page.keyboard.press('Control+z'));
  await expect(page.getByText('0 corrections by you')).toBeVisible();
});

test('always: a name is learnt for every article to come, and forgotten', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill(text));
  await pressmark.openList('People');
  await pressmark.list
    .getByRole('button', { name: /^Lars Holm/ })
    .first()
    .click();
  const row = card(pressmark, 'Lars Holm');
  await row.getByRole('button', { name: 'Put right' }).click();
  await row.getByRole('checkbox', { name: /^Always/ }).check();
  await pressmark.analysed(() => row.getByLabel('Type').selectOption('Product'));
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.reload();
  await pressmark.analysed(() => pressmark.box.fill('On Monday Lars Holm sank. The port was closed.'));
  await expect(pressmark.article.locator('.entity.PRODUCT', { hasText: 'Lars Holm' })).toBeVisible();
  await page.getByText('0 corrections by you').click();
  await pressmark.analysed(() => page.getByRole('button', { name: 'Forget: Lars Holm' }).click());
  await expect(pressmark.article.locator('.entity.PERSON', { hasText: 'Lars Holm' })).toBeVisible();
});

test.describe('at 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('nothing scrolls sideways while one corrects', async ({ pressmark, page }) => {
    await pressmark.analysed(() => pressmark.box.fill(text));
    await pressmark.openList('Quotations');
    await card(pressmark, 'Nobody asked').getByRole('button', { name: 'Put right' }).click();
    await expectNoSidewaysScroll(page);
    await pressmark.openList('People');
    await pressmark.list
      .getByRole('button', { name: /^Priya Raman/ })
      .first()
      .click();
    await card(pressmark, 'Priya Raman').getByRole('button', { name: 'Put right' }).click();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});
