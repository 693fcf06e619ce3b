// Files of every kind are dropped and become text; what cannot be read is said in a sentence, and the text stays.
import { column, makeDocx, makePdf } from './documents';
import { expect, shortText, test, type Dropped } from './page';

const docx = () =>
  makeDocx(
    [
      { text: 'Ferry line to Skerry Island returns', style: 'Title' },
      { text: 'By Oona Lindqvist' },
      { text: '“The boats are *ours* again,” Mayor Priya Raman said on Friday.' },
      { text: 'We waited nine years.', style: 'Quote' },
    ],
    { title: 'Ferry line to Skerry Island returns', creator: 'Oona Lindqvist' },
  );

const pdf = () =>
  makePdf(
    [
      [
        { text: 'The Skerry Gazette', x: 40, y: 780 },
        { text: 'Harbour wall is to be raised', x: 40, y: 740, size: 22 },
        ...column(40, 700, [
          'The wall will stand for a hun-',
          'dred years, the engineer Lars',
          'Holm told the council. It is a',
          'well-known wall.',
          'The money for it comes from the',
          'province and from the well-',
          'known harbour fund of the town.',
        ]),
        ...column(320, 700, [
          'The fishermen were not asked',
          'and they are angry, said Amina',
          'Diop, who speaks for them. She',
          'wants another vote and an hon-',
        ]),
        { text: '1', x: 300, y: 30 },
      ],
      [
        { text: 'The Skerry Gazette', x: 40, y: 780 },
        ...column(40, 740, ['est count before work begins. No', 'man in the chamber replied.']),
        { text: '2', x: 300, y: 30 },
      ],
    ],
    { title: 'Microsoft Word - wall_final2.doc' },
  );

const markdown = [
  '---',
  'title: Library stays open on Sundays',
  'author: [Tomás Quispe, Ana Lund]',
  'date: 2026-02-01T23:30:00-05:00',
  '---',
  '# Library stays open on Sundays',
  '',
  'The *town library* stays open, [Ana Lund](https://example.org/lund) said.',
  '“We asked\nand they came.”',
  '',
  '- Books',
  '- Maps',
  '',
  '> Nobody wanted it shut.',
].join('\n');

test('a Word file', async ({ pressmark }) => {
  await pressmark.analysed(async () => pressmark.drop({ name: 'ferry.docx', bytes: await docx() }));
  await expect(pressmark.box).toHaveValue(
    'Ferry line to Skerry Island returns\n\nBy Oona Lindqvist\n\n“The boats are ours again,” Mayor Priya Raman said on Friday.\n\nWe waited nine years.',
  );
  await expect(pressmark.article.getByRole('heading', { name: 'Ferry line' })).toBeVisible();
});

test('a PDF: columns, words broken at line ends, heads and numbers of pages', async ({ pressmark }) => {
  await pressmark.analysed(() => pressmark.drop({ name: 'wall.pdf', bytes: pdf() }));
  await expect(pressmark.box).toHaveValue(
    [
      'The Skerry Gazette',
      'Harbour wall is to be raised',
      'The wall will stand for a hundred years, the engineer Lars Holm told the council. It is a well-known wall.',
      'The money for it comes from the province and from the well-known harbour fund of the town.',
      'The fishermen were not asked and they are angry, said Amina Diop, who speaks for them. She wants another vote and an honest count before work begins. No man in the chamber replied.',
      '1',
      'The Skerry Gazette',
      '2',
    ].join('\n\n'),
  );
});

test('Markdown with what stands before it', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.drop({ name: 'library.md', bytes: markdown }));
  await expect(pressmark.box).toHaveValue(
    'Library stays open on Sundays\n\nThe town library stays open, Ana Lund said. “We asked and they came.”\n\nBooks\n\nMaps\n\nNobody wanted it shut.',
  );
  await expect(page.getByLabel('Published')).toHaveValue('2026-02-01');
});

test('a whole page, with its menus', async ({ pressmark, page }) => {
  const paragraphs = Array.from(
    { length: 8 },
    (_, i) =>
      `<p>The council met for the ${i + 1}th time, and it talked about the harbour, the wall, and the money.</p>`,
  );
  const html = `<!doctype html><html><head><meta charset="utf-8"><title>Wall to rise | Skerry Gazette</title>
    <meta property="og:site_name" content="Skerry Gazette"><script type="application/ld+json">{"@type":"NewsArticle",
    "headline":"Wall to rise","datePublished":"2026-03-04T23:30:00-08:00","author":{"name":"Lars Holm"}}</script></head>
    <style><!-- p > b { color: red } --></style><script>const s = '<style>p{}<\\/style>';</script>
    <body><nav style="color: red" onclick="x()"><ul><li><a href="/a">World</a></li><li><a href="/b">Sport</a></li></ul></nav><article><h1>Wall to rise</h1>
    ${paragraphs.join('')}</article><footer>All rights reserved.</footer><script>document.title = "run"</script></body></html>`;
  await pressmark.analysed(() => pressmark.drop({ name: 'page.html', bytes: html }));
  const text = await pressmark.box.inputValue();
  expect(text.startsWith('World\n\nSport\n\nWall to rise\n\nThe council met')).toBe(true);
  expect(text.endsWith('All rights reserved.')).toBe(true);
  await expect(page.getByLabel('Published')).toHaveValue('2026-03-04');
  await expect(page).toHaveTitle('Pressmark: who says what');
});

test.describe('what cannot be read is said, and the text stays', () => {
  const unreadable: [string, () => Dropped | Promise<Dropped>, string][] = [
    [
      'a broken Word file',
      () => ({ name: 'a.docx', bytes: 'PK\x03\x04 and then nothing' }),
      'is damaged, or is no Word document',
    ],
    [
      'an old Word file',
      () => ({ name: 'a.docx', bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) }),
      'is locked by a password, or is of an old kind',
    ],
    ['a broken PDF', () => ({ name: 'a.pdf', bytes: '%PDF-1.7 and then nothing' }), 'is damaged, or is no PDF'],
    [
      'a locked PDF',
      () => ({ name: 'a.pdf', bytes: makePdf([[{ text: 'Secret', x: 9, y: 9 }]], { locked: true }) }),
      'is locked by a password',
    ],
    ['a PDF without text', () => ({ name: 'a.pdf', bytes: makePdf([[]]) }), 'holds no text: its pages are pictures'],
    ['an empty Word file', async () => ({ name: 'a.docx', bytes: await makeDocx([]) }), 'holds no text'],
    [
      'a picture',
      () => ({ name: 'a.png', bytes: Buffer.from([0x89, 0x50, 0, 0, 1, 2]) }),
      'holds no text that can be read here',
    ],
    ['a huge text', () => ({ name: 'a.txt', bytes: Buffer.alloc(17 * 1024 * 1024, 'a') }), 'is larger than 16 MB'],
  ];
  for (const [what, make, why] of unreadable) {
    test(what, async ({ pressmark, page }) => {
      await pressmark.analysed(() => pressmark.box.fill(shortText));
      const file = await make();
      await pressmark.drop(file);
      await expect(page.getByRole('paragraph').filter({ hasText: `The file “${file.name}” ${why}` })).toBeVisible();
      await expect(pressmark.box).toHaveValue(shortText);
    });
  }
});

test('a file whose reader did not come is opened by another try', async ({ pressmark, page, context }) => {
  // Before an analysis is drawn, after which the page would keep them for offline use.
  await context.route('**/later/**', (route) => route.abort());
  await pressmark.analysed(() => pressmark.box.fill(shortText));
  await pressmark.drop({ name: 'library.md', bytes: markdown });
  const alarm = page.locator('.notice', { hasText: 'The file “library.md” needs a part of Pressmark' });
  await expect(alarm).toBeVisible();
  await context.unroute('**/later/**');
  await pressmark.analysed(() => page.getByRole('button', { name: 'Try again' }).click());
  await expect(pressmark.box).toHaveValue(/^Library stays open/);
  await expect(alarm).toHaveCount(0);
});

test('no part of the page for other kinds of files is loaded before one is dropped', async ({ pressmark, page }) => {
  const loaded = () =>
    page.evaluate(
      () =>
        performance.getEntriesByType('resource').filter(({ name }) => /\/later\/(docx|markdown|pdf)/.test(name)).length,
    );
  await expect(pressmark.box).toBeVisible();
  expect(await loaded()).toBe(0);
  await pressmark.drop({ name: 'library.md', bytes: markdown });
  await expect.poll(loaded).toBe(1);
});
