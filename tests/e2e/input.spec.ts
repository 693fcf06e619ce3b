// Text comes in by every road: pasted plain and rich, typed, dropped, picked, as the sample.
import { expect, longText, shortText, test } from './page';

test('plain text is pasted', async ({ pressmark }) => {
  await pressmark.analysed(() => pressmark.paste(shortText));
  await expect(pressmark.box).toHaveValue(shortText);
  await expect(pressmark.article.locator('.entity.PERSON', { hasText: 'Priya Raman' })).toBeVisible();
  await expect(pressmark.article.locator('.content.direct').first()).toContainText('The bridge is safe again');
  await expect(pressmark.article.getByRole('button', { name: /Priya Raman/ })).toBeVisible();
});

test('rich text is pasted as plain text with its blocks, and undo takes it back', async ({ pressmark, page }) => {
  const html =
    '<nav><a href="/w">World</a> <a href="/b">Business</a></nav><h1>Bridge to   reopen</h1><p>By <a href="/x" rel="author">Noor Haddad</a></p><ul><li>One</li><li>Two</li></ul>' +
    '<p>“It is <b>safe</b>,”<br>Priya Raman said.</p><script>document.title = "run"</script><img src="/pixel.png">';
  await pressmark.analysed(() => pressmark.paste('not this', html));
  await expect(pressmark.box).toHaveValue(
    'World Business\n\nBridge to reopen\n\nBy Noor Haddad\n\nOne\n\nTwo\n\n“It is safe,”\nPriya Raman said.',
  );
  await expect(pressmark.article.getByRole('heading', { name: 'Bridge to reopen' })).toBeVisible();
  await expect(pressmark.article.locator('.block.byline')).toContainText('Noor Haddad');
  await expect(page).toHaveTitle('Pressmark: who says what');
  await page.keyboard.press('Control+Z');
  await expect(pressmark.box).toHaveValue('');
});

test('a whole page is copied and pasted with its menus, and what it told of itself stays with it', async ({
  pressmark,
  page,
  context,
}) => {
  const news = await context.newPage();
  const paragraphs = Array.from(
    { length: 8 },
    (_, i) => `<p>The council met a ${i}th time, and it spoke of the bridge.</p>`,
  );
  await news.setContent(
    `<nav><a href="/w">World</a><a href="/b">Business</a></nav><div hidden>Not this</div><main style="max-width: 40em"><style>h1 { color: red }</style><h1>Bridge to reopen</h1>
    <time datetime="2026-03-04T10:00:00Z">today</time>${paragraphs.join('')}<p>“It is safe,” Priya Raman said.</p></main>`,
  );
  await news.keyboard.press('Control+A');
  await news.keyboard.press('Control+C');
  await page.bringToFront();
  await pressmark.analysed(() => pressmark.pasteClipboard());
  const text = await pressmark.box.inputValue();
  expect(text.startsWith('World Business\n\nBridge to reopen\n\ntoday\n\nThe council met')).toBe(true);
  expect(text).not.toContain('Not this');
  await expect(page.getByLabel('Published')).toHaveValue('2026-03-04');
  await expect(pressmark.article.getByRole('heading', { name: 'Bridge to reopen' })).toBeVisible();
  await pressmark.openBox();
  await pressmark.box.press('Control+Home');
  await pressmark.analysed(() => page.keyboard.type('Seen on Tuesday\n\n'));
  await expect(pressmark.article.getByRole('heading', { name: 'Bridge to reopen' })).toBeVisible();
});

test('typing updates the analysis', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.box.fill(shortText));
  await pressmark.openBox();
  await pressmark.box.press('Control+End');
  await pressmark.analysed(() => page.keyboard.type('\n\n“Nobody asked us,” Amina Diop said.'));
  await expect(pressmark.article).toContainText('Nobody asked us');
  await pressmark.openList('Quotations');
  await expect(pressmark.list.getByRole('button', { name: /Nobody asked us/ })).toContainText('Amina Diop');
});

test('of two dropped files the first is opened and the other is offered', async ({ pressmark, page }) => {
  const html =
    '<!doctype html><meta charset="utf-8"><title>Port</title><meta property="article:published_time" content="2026-03-04T08:00Z">' +
    '<h1>Port to close</h1><p>“We go,” Lars Holm said.</p>';
  await pressmark.analysed(() =>
    pressmark.drop({ name: 'bridge.txt', bytes: shortText }, { name: 'port.html', bytes: html }),
  );
  await expect(pressmark.box).toHaveValue(shortText);
  await pressmark.analysed(() => page.getByRole('button', { name: 'port.html' }).click());
  await expect(pressmark.box).toHaveValue('Port to close\n\n“We go,” Lars Holm said.');
  await expect(page.getByLabel('Published')).toHaveValue('2026-03-04');
});

test('a picked file with bytes that are not UTF-8 is opened, and the page says so', async ({ pressmark, page }) => {
  await pressmark.analysed(() =>
    page.getByLabel('Files to open').setInputFiles({
      name: 'old.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Zo\xEB Kravitz said “no.”', 'latin1'),
    }),
  );
  await expect(page.getByText('One character of “old.txt” could not be read')).toBeVisible();
});

test('the sample shows names, quotations and speakers', async ({ pressmark }) => {
  await pressmark.openSample();
  await expect(pressmark.article.getByRole('heading', { name: /last coal dock/ })).toBeVisible();
  for (const speaker of ['Ingrid Solheim', 'Rajesh Iyer', 'Fatoumata Diallo']) {
    await expect(pressmark.article.getByRole('button', { name: new RegExp(speaker) }).first()).toBeVisible();
  }
});

test('“New” brings the empty page back, with the focus in the box', async ({ pressmark, page }) => {
  await pressmark.openSample();
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await expect(pressmark.box).toHaveValue('');
  await expect(pressmark.box).toBeFocused();
  await expect(pressmark.article).toHaveCount(0);
});

test('a text without names and quotations is told so, and why', async ({ pressmark }) => {
  await pressmark.analysed(() => pressmark.box.fill('it rained and then it rained again.'));
  await expect(pressmark.list).toContainText('No quotations found.');
  await expect(pressmark.list).toContainText('It is a short text');
});

test('typing never waits while 20,000 words are analysed', async ({ pressmark, page }, testInfo) => {
  await pressmark.paste(longText(20_000));
  await page.evaluate(() => {
    const waits: number[] = [];
    Object.assign(window, { waits });
    addEventListener('keydown', ({ timeStamp }) => {
      requestAnimationFrame(() => waits.push(performance.now() - timeStamp));
    });
  });
  await pressmark.openBox();
  await pressmark.box.press('Control+End');
  await pressmark.analysed(() => page.keyboard.type(' “Done,” Kenji Mori said.', { delay: 40 }));
  await expect(pressmark.article.locator('.block').last()).toContainText('“Done,” Kenji Mori said.');

  // From a key to the next frame. Half of the keys wait no longer than anybody notices, and none longer than a breath, even
  // on a busy machine with two slow cores.
  const waits = await page.evaluate(() => (window as unknown as { waits: number[] }).waits.sort((a, b) => a - b));
  const median = waits[Math.floor(waits.length / 2)];
  testInfo.annotations.push({ type: 'key to frame, ms', description: `median ${median}, longest ${waits.at(-1)}` });
  expect(waits.length).toBeGreaterThan(20);
  expect(median).toBeLessThan(100);
  expect(waits.at(-1)).toBeLessThan(1500);
});
