// The library: saved articles are listed, found, opened, deleted and brought back; files carry them elsewhere; where nothing is
// to be kept, no trace is.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, PressmarkPage, shortText, test } from './page';

const other = 'Ferry sails again\n\n“It floats,” Captain Ines Okoro said on Monday.\n\nThe café on deck is open.';

const door = (page: Page) => page.getByRole('button', { name: /^Saved( \d|$)/ });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Saved articles' });
const rows = (page: Page) => dialog(page).getByRole('listitem');
const titles = (page: Page) => dialog(page).locator('.title');

async function saveTwo(pressmark: PressmarkPage) {
  const { page } = pressmark;
  await pressmark.analysed(() => pressmark.paste(shortText));
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await pressmark.analysed(() => pressmark.paste(other));
  await expect(door(page)).toHaveText('Saved2');
}

async function openLibrary(page: Page) {
  // The page may still be starting.
  await expect(async () => {
    if (await dialog(page).isHidden()) await door(page).click();
    await expect(dialog(page)).toBeVisible({ timeout: 500 });
  }).toPass();
}

async function openKeeping(page: Page) {
  await openLibrary(page);
  await dialog(page).getByText('What is kept on this device').click();
}

/** A file of so many spaces, which are too many to send there. */
function dropSpaces(length: number) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([' '.repeat(length)], 'x.pressmark.json'));
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}

/** What of a text the browser holds anywhere. */
const traces = (page: Page) =>
  page.evaluate(async () => {
    const found: string[] = [
      JSON.stringify(Object.entries(localStorage)),
      JSON.stringify(Object.entries(sessionStorage)),
    ];
    for (const { name } of await indexedDB.databases()) found.push(`database ${name ?? ''}`);
    for (const name of await caches.keys()) if (name.includes('shared')) found.push(name);
    return found;
  });

test('lists what is saved, the newest first, and opens it with what was said of it', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.paste(shortText));
  await page.getByLabel('Published').fill('2026-03-04');
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await pressmark.analysed(() => pressmark.paste(other));
  await openLibrary(page);
  await expect(titles(page)).toHaveText(['Ferry sails again', 'Bridge to reopen in May']);
  await expect(rows(page).nth(1)).toContainText('4 March 2026');
  await expect(rows(page).nth(1)).toContainText('Heard: Priya Raman and Lars Holm');
  await expect(dialog(page).locator('[aria-current=true]')).toContainText('Ferry sails again');
  await expectAccessible(page);
  await pressmark.analysed(() =>
    dialog(page)
      .getByRole('button', { name: /^Bridge to reopen/ })
      .click(),
  );
  await expect(dialog(page)).toBeHidden();
  await expect(pressmark.box).toHaveValue(shortText);
  await expect(page.getByLabel('Published')).toHaveValue('2026-03-04');
  await expect(page.getByRole('heading', { name: 'The article, marked' })).toBeFocused();
});

test('searches title, text, speaker and person', async ({ pressmark, page }) => {
  await saveTwo(pressmark);
  await openLibrary(page);
  const search = dialog(page).getByRole('searchbox', { name: 'Search' });
  for (const [query, title] of [
    ['bridge may', 'Bridge to reopen in May'],
    ['every bolt', 'Bridge to reopen in May'],
    ['okoro', 'Ferry sails again'],
    ['lars raman', 'Bridge to reopen in May'],
    ['CAFE okoro', 'Ferry sails again'],
  ] as const) {
    await search.fill(query);
    await expect(titles(page)).toHaveText([title]);
  }
  await search.fill('on');
  await expect(titles(page)).toHaveCount(2);
  await expect(dialog(page).getByRole('status').last()).toHaveText('2 articles found.');
  await search.fill('bridge okoro');
  await expect(dialog(page)).toContainText('No saved article has all of these words.');
});

test('deletes at once and brings back, by keyboard alone', async ({ pressmark, page }) => {
  await saveTwo(pressmark);
  await door(page).focus();
  await page.keyboard.press('Enter');
  const first = dialog(page).getByRole('button', { name: /^Ferry sails/ });
  const second = dialog(page).getByRole('button', { name: /^Bridge to reopen/ });
  await expect(first).toBeVisible();
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await expect(second).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(first).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(titles(page)).toHaveText(['Bridge to reopen in May']);
  await expect(second).toBeFocused();
  await expect(pressmark.box).toHaveValue('');
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Undo' }).click();
  await expect(titles(page)).toHaveCount(2);
  await expect(pressmark.box).toHaveValue(other);
  await dialog(page).getByRole('button', { name: 'Delete “Bridge to reopen in May”' }).click();
  await expect(titles(page)).toHaveText(['Ferry sails again']);
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(door(page)).toHaveText('Saved1');
});

test('stays in order on a narrow screen, in the dark and in forced colours', async ({ pressmark, page }) => {
  await saveTwo(pressmark);
  await page.setViewportSize({ width: 320, height: 640 });
  await openLibrary(page);
  await expectNoSidewaysScroll(page);
  const wide = await dialog(page).evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(wide).toBe(0);
  for (const media of [{ colorScheme: 'dark' }, { colorScheme: 'light', forcedColors: 'active' }] as const) {
    await page.emulateMedia(media);
    await expectAccessible(page);
  }
  const small = await dialog(page)
    .locator('button, label:has(input), input[type=search]')
    .evaluateAll((all) =>
      all.filter((each) => each.getBoundingClientRect().height < 24).map((each) => each.textContent),
    );
  expect(small).toEqual([]);
});

test('carries all articles into another browser by a file', async ({ pressmark, page, browser }) => {
  await saveTwo(pressmark);
  await page.getByLabel('Published').fill('2026-03-04');
  await openLibrary(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Save all as a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('2 articles.pressmark.json');
  const bytes = readFileSync(await download.path());
  expect(JSON.parse(bytes.toString())).toMatchObject({ schema: 'pressmark.session/1' });

  const context = await browser.newContext();
  const elsewhere = new PressmarkPage(await context.newPage());
  await elsewhere.page.goto(page.url());
  await elsewhere.analysed(() => elsewhere.drop({ name: 'mine.pressmark.json', bytes }));
  await expect(elsewhere.page.locator('.notice')).toHaveText(/2 articles are saved here now. The first is open./);
  await openLibrary(elsewhere.page);
  await expect(titles(elsewhere.page)).toHaveText(['Ferry sails again', 'Bridge to reopen in May']);
  await elsewhere.page.getByRole('button', { name: /^Ferry sails/ }).click();
  await expect(elsewhere.box).toHaveValue(other);
  await expect(elsewhere.page.getByLabel('Published')).toHaveValue('2026-03-04');
  // Twice the same is no loss either.
  await elsewhere.page
    .getByLabel('Files to open')
    .setInputFiles({ name: 'mine.pressmark.json', mimeType: 'application/json', buffer: bytes });
  await expect(door(elsewhere.page)).toHaveText('Saved4');
  await context.close();
});

test('one article as a file, and what a hostile file does: a sentence, and nothing changes', async ({
  pressmark,
  page,
}) => {
  await pressmark.analysed(() => pressmark.paste(shortText));
  await openLibrary(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Save “Bridge to reopen in May” as a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Bridge to reopen in May.pressmark.json');
  await page.keyboard.press('Escape');
  const good = readFileSync(await download.path(), 'utf8');
  const hostile: [string | number, string][] = [
    ['{', 'is no session of Pressmark: it is damaged, or something else.'],
    [good.replace('session/1', 'session/9'), 'or by a version that this one does not know.'],
    [good.replace(/"text": ".*"/, '"text": 7'), 'in article 1 the field “text” is not as it should be.'],
    [good.replace('"text"', '"__proto__": {"x": 1}, "text"'), 'is no session of Pressmark'],
    [100_000_000, 'is larger than 64 MB'],
  ];
  for (const [bytes, sentence] of hostile) {
    if (typeof bytes === 'string') await pressmark.drop({ name: 'x.pressmark.json', bytes });
    else await page.evaluate(dropSpaces, bytes);
    await expect(page.locator('.notice')).toContainText(sentence);
    await expect(page.locator('.notice')).toContainText('Nothing is changed.');
    await expect(pressmark.box).toHaveValue(shortText);
    await expect(door(page)).toHaveText('Saved1');
  }
});

test('“Delete everything” asks once, and then all of it is gone in every window', async ({
  pressmark,
  page,
  context,
}) => {
  await saveTwo(pressmark);
  const beside = await context.newPage();
  await beside.goto('./');
  await openLibrary(beside);
  await beside.getByRole('button', { name: /^Ferry sails/ }).click();
  await expect(new PressmarkPage(beside).box).toHaveValue(other);

  await openKeeping(page);
  await dialog(page).getByRole('button', { name: 'Delete everything…' }).click();
  await expect(dialog(page).getByRole('button', { name: 'Yes, delete everything' })).toBeFocused();
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'No', exact: true }).click();
  await expect(titles(page)).toHaveCount(2);
  await dialog(page).getByRole('button', { name: 'Delete everything…' }).click();
  await dialog(page).getByRole('button', { name: 'Yes, delete everything' }).click();
  await expect(dialog(page)).toContainText('Nothing is saved yet.');
  await expect(door(page)).toHaveText('Saved');
  await expect(pressmark.box).toHaveValue('');
  await expect(new PressmarkPage(beside).box).toHaveValue('');
  for (const each of [page, beside]) {
    await each.reload();
    await expect(new PressmarkPage(each).box).toHaveValue('');
    await expect(door(each)).toHaveText('Saved');
  }
});

test('“Keep nothing” deletes all and leaves no trace; taken back, all is saved again', async ({
  pressmark,
  page,
  context,
}) => {
  await saveTwo(pressmark);
  const beside = await context.newPage();
  await beside.goto('./');
  await page.evaluate(async () => {
    localStorage.setItem('pressmark.dictionary', '[{"name":"Ines Okoro","type":"PERSON"}]');
    await (await caches.open(`pressmark-shared ${location.href}`)).put('./share', new Response('secret'));
  });
  await openKeeping(page);
  await dialog(page)
    .getByRole('checkbox', { name: /^Keep nothing/ })
    .check();
  await expect(dialog(page)).toContainText('Nothing. Your text is only in this window');
  await expect(dialog(page)).toContainText('Everything that was saved is deleted.');
  await expectAccessible(page);
  await expect
    .poll(() => traces(page))
    .toEqual([expect.stringMatching(/^\[\["pressmark\.keep [^"]*","nothing"\]\]$/), '[]']);
  await page.keyboard.press('Escape');
  await expect(pressmark.box).toHaveValue(other);
  await page.getByLabel('Published').fill('2026-03-04');
  await new PressmarkPage(beside).box.fill(shortText);
  await page.waitForTimeout(600);
  expect(await traces(page)).toHaveLength(2);
  expect(await traces(beside)).toEqual(await traces(page));
  await page.reload();
  await expect(pressmark.box).toHaveValue('');

  await pressmark.analysed(() => pressmark.paste(shortText));
  await openLibrary(page);
  await dialog(page)
    .getByRole('checkbox', { name: /^Keep nothing/ })
    .uncheck();
  await expect(titles(page)).toContainText(['Bridge to reopen in May']);
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(pressmark.box).toHaveValue(shortText);
});

test('a browser that may clear what is saved is told of', async ({ pressmark, page }) => {
  await page.addInitScript(() => {
    const asked = ((window as unknown as { asked: string[] }).asked = []);
    navigator.storage.persisted = () => Promise.resolve(false);
    navigator.storage.persist = () => Promise.resolve((asked as string[]).push('persist') < 0);
  });
  await page.reload();
  await openLibrary(page);
  await expect(dialog(page)).not.toContainText('may clear');
  await page.keyboard.press('Escape');
  await saveTwo(pressmark);
  await openKeeping(page);
  await expect(dialog(page)).toContainText('The browser may clear them when space runs short');
  expect(await page.evaluate(() => (window as unknown as { asked: string[] }).asked)).toEqual(['persist']);
});

test('of a thousand articles opens within 300 ms of an empty one', async ({ pressmark, page }, testInfo) => {
  test.slow();
  const opened = () =>
    page.evaluate(async () => {
      const door = [...document.querySelectorAll('button')].find((each) => each.textContent.startsWith('Saved'));
      const from = performance.now();
      door?.click();
      while (!performance.getEntriesByName('pressmark:library').length) await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      await new Promise((resolve) => setTimeout(resolve));
      const took = performance.now() - from;
      performance.clearMarks('pressmark:library');
      document.querySelector('dialog[open]')?.querySelector('button')?.click();
      while (document.querySelector('#library-search')) await new Promise(requestAnimationFrame);
      return Math.round(took);
    });
  const several = async () => {
    // The first fetches the list's own code.
    const all = [await opened(), await opened(), await opened(), await opened(), await opened()].slice(1);
    return all.sort((a, b) => a - b);
  };
  await openLibrary(page);
  await page.keyboard.press('Escape');
  const empty = await several();
  const articles = Array.from({ length: 1000 }, (_, i) => ({
    title: `Council meeting ${i}`,
    created: '2026-03-04T08:00:00.000Z',
    changed: new Date(Date.UTC(2026, 0, 1, 0, i)).toISOString(),
    voices: ['Priya Raman', 'Lars Holm', 'Amina Diop'],
    people: ['Priya Raman', 'Lars Holm', 'Amina Diop', 'Kenji Mori'],
    quotations: 12,
    text: `Council meeting ${i}\n\n${`The council met again. “We counted ${i} ships,” Priya Raman said. `.repeat(60)}`,
  }));
  const bytes = JSON.stringify({ schema: 'pressmark.session/1', articles });
  await page
    .getByLabel('Files to open')
    .setInputFiles({ name: 'all.pressmark.json', mimeType: 'application/json', buffer: Buffer.from(bytes) });
  await expect(door(page)).toHaveText('Saved1,000');
  await expect(pressmark.article).toContainText('The council met again.');
  const full = await several();
  testInfo.annotations.push({
    type: 'library',
    description: `empty ${empty.join()} ms, 1,000 articles ${full.join()} ms`,
  });
  console.log(`library: empty ${empty.join()} ms, 1,000 articles ${full.join()} ms`);
  // The best of each, as others use the machine, too.
  expect((full[0] ?? Infinity) - (empty[0] ?? 0)).toBeLessThan(300);
  await openLibrary(page);
  await expect(rows(page)).toHaveCount(1000);
  await expect(titles(page).first()).toHaveText('Council meeting 999');
  await dialog(page).getByRole('searchbox').fill('counted 567 ships');
  await expect(titles(page)).toHaveText(['Council meeting 567']);
});
