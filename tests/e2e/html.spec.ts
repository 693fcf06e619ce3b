// The importer of HTML by itself: what a reader sees becomes text, and what the tags tell becomes hints and metadata.
import { expect, test as base } from '@playwright/test';
import { bundleImporter, readHtml, type Imported } from '../eval/importer.mjs';

type Read = (html: string, source?: 'file' | 'clipboard' | 'document') => Promise<Imported>;

const test = base.extend<{ read: Read }, { script: string }>({
  script: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants to see what is used
    async ({}, use) => {
      await use(await bundleImporter());
    },
    { scope: 'worker' },
  ],
  read: async ({ page, script }, use) => {
    await page.addScriptTag({ content: script });
    await use((html, source = 'clipboard') => readHtml(page, html, source));
  },
});

/** Each block with what its hint says. */
function blocks({ text, hints }: Imported): [string, Record<string, unknown>][] {
  let at = 0;
  return text.split('\n\n').map((block) => {
    const { start = 0, end = 0, ...told } = hints.find((hint) => hint.start === at) ?? {};
    if (Object.keys(told).length) expect(text.slice(start, end)).toBe(block);
    at += block.length + 2;
    return [block, told];
  });
}

const texts: [string, string, string][] = [
  ['blanks', '<p>  One\n\t two&nbsp; <b> three</b> </p>', 'One two three'],
  ['a line break and a paragraph made of two', '<p>One<br>two<br> <br>three<br></p>', 'One\ntwo\n\nthree'],
  ['what cannot be seen in a word', '<p>har\u00ADbour, a\u200Bb, x<wbr>y</p>', 'harbour, ab, xy'],
  [
    'what is hidden',
    '<p hidden>a</p><p style="color:red; display : none">b</p><i style="visibility:hidden">c</i><p>d</p>',
    'd',
  ],
  [
    'what only looks like a style',
    '<p title="a > b" style="display:none">Not this</p><p style=color:red>In &lt;b style="display:none"&gt; style = all</p>',
    'In <b style="display:none"> style = all',
  ],
  [
    'what is no text',
    '<p>a</p><script>b</script><style>c</style><noscript>d</noscript><svg><text>e</text></svg><select><option>f</select><template>g</template>',
    'a',
  ],
  [
    'what only screen readers pass over',
    '<p><span aria-hidden="true"></span><span aria-hidden="true">Five</span> boats</p>',
    'Five boats',
  ],
  ['links side by side', '<div><a href="/a">World</a><a href="/b">Sport</a></div>', 'World Sport'],
  ['blocks within a link', '<a href="/a"><h3>Head</h3><p>Text</p></a>', 'Head\n\nText'],
  [
    'paragraphs within list items',
    '<ul><li><p>One</p><p>Two</p></li><li>Three<ul><li>Four</ul></ul>',
    'One\n\nTwo\n\nThree\n\nFour',
  ],
  [
    'a table of figures',
    '<table><caption>Votes</caption><tr><th>Town<th>Votes</tr><tr><td><p>Ellery</p><td>12</tr></table>',
    'Votes\n\nTown\tVotes\nEllery\t12',
  ],
  [
    'a table that arranges',
    '<table><tr><td><p>One</p><p>Two</p></td><td>Menu</td></tr><tr><td>End</td></tr></table>',
    'One\n\nTwo\n\nMenu\n\nEnd',
  ],
  ['preformatted text', '<pre>One\n  two\n\n\nthree</pre>', 'One\n  two\n\nthree'],
  ['definitions', '<dl><dt>Quay</dt><dd>Where ships lie</dd></dl>', 'Quay\n\nWhere ships lie'],
  ['markup that is written out', '<p>a &lt;script&gt; b</p>', 'a <script> b'],
  ['wild nesting', `${'<div>'.repeat(20_000)}deep`, 'deep'],
];

for (const [what, html, text] of texts) {
  test(`the text of ${what}`, async ({ read }) => {
    expect((await read(html)).text).toBe(text);
  });
}

test('hints of what the tags tell', async ({ read }) => {
  const html = `<h2>Head</h2><ul><li>Item</li></ul><blockquote><p>Said</p></blockquote><aside class="pull-quote">Pulled</aside>
    <figure><img src="x.png"><figcaption>Ships <span>Photo: A. Lund</span></figcaption></figure>
    <p class="article__byline">By <a rel="author" href="/l">Ana Lund</a></p><time datetime="2026-03-04">Today</time>
    <p>The <a href="/x">port</a> is shut.</p><p class="author-bio">${'Ana Lund writes of ships. '.repeat(12)}</p>`;
  const found = blocks(await read(html));
  expect(found.slice(0, 8)).toEqual([
    ['Head', { heading: 2 }],
    ['Item', { list: true }],
    ['Said', { quote: true }],
    ['Pulled', { quote: true }],
    ['Ships Photo: A. Lund', { caption: true }],
    ['By Ana Lund', { author: true, link_density: 0.778 }],
    ['Today', { date: true }],
    ['The port is shut.', { link_density: 0.286 }],
  ]);
  expect(found[8]?.[1]).toEqual({});
});

const paragraph = (i: number) =>
  `<div class="text">The council met for the ${i}th time, and it talked about the harbour, the wall, and who pays.</div>`;
const article = [1, 2, 3, 4, 5, 6, 7, 8].map(paragraph).join('');
const menu = `<ul>${['World', 'Sport', 'Arts', 'Money', 'Food'].map((name) => `<li><a href="/${name}">${name}</a></li>`).join('')}</ul>`;

test('of a whole page all text is kept, and what belongs to the article is told', async ({ read }) => {
  const html = `<body><nav>${menu}</nav><main><h1>Wall to rise</h1>${article}<div class="comments">First!</div></main><footer>© Gazette</footer></body>`;
  for (const source of ['file', 'clipboard'] as const) {
    const found = blocks(await read(html, source));
    const content = found.filter(([, told]) => told.content).map(([text]) => text);
    expect(found.map(([text]) => text)).toEqual(
      expect.arrayContaining(['World', 'Wall to rise', 'First!', '© Gazette']),
    );
    expect(content.filter((text) => text.startsWith('The council met'))).toHaveLength(8);
    expect(content).not.toContain('World');
    expect(content).not.toContain('© Gazette');
  }
});

test('a copied piece of an article is no whole page; one with its menu is', async ({ read }) => {
  const told = async (html: string) => (await read(html, 'clipboard')).hints.some(({ content }) => content);
  expect(await told(`<h1>Wall to rise</h1>${article}<ul><li>One</li><li><a href="/a">Two</a></li></ul>`)).toBe(false);
  expect(await told(`${menu}<h1>Wall to rise</h1>${article}`)).toBe(true);
  expect((await read(`${menu}<h1>Wall</h1>${article}`, 'document')).hints.some(({ content }) => content)).toBe(false);
});

const page = (head: string, body = '<h1>Wall to rise</h1>') =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const jsonLd = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;

test('metadata of JSON-LD, before other tags', async ({ read }) => {
  const { metadata } = await read(
    page(
      jsonLd('{"broken": ') +
        jsonLd([
          { '@type': 'BreadcrumbList', name: 'Nothing' },
          {
            '@graph': [
              { '@type': 'Person', '@id': '#lund', name: 'Ana Lund' },
              { '@type': 'Organization', '@id': '#gazette', name: 'Skerry Gazette' },
              {
                '@type': ['ReportageNewsArticle'],
                headline: 'Wall to rise',
                author: [{ '@id': '#lund' }, { '@type': 'Person', name: 'Tomás Quispe' }, 'https://example.org/me'],
                publisher: { '@id': '#gazette' },
                datePublished: '2026-03-04T23:30:00-08:00',
                dateModified: '2026-03-05T01:00:00-08:00',
                articleSection: ['Local', 'News'],
                mainEntityOfPage: { '@id': 'https://example.org/wall#top' },
              },
            ],
          },
        ]) +
        '<meta property="og:title" content="You will not believe this wall"><meta name="author" content="Web Desk">' +
        '<meta property="article:published_time" content="2026-03-01">',
    ),
    'file',
  );
  expect(metadata).toEqual({
    title: 'Wall to rise',
    authors: ['Ana Lund', 'Tomás Quispe'],
    site: 'Skerry Gazette',
    published: '2026-03-04',
    updated: '2026-03-05',
    section: 'Local',
    url: 'https://example.org/wall',
  });
});

test('metadata of other tags, and of <title> without the name of the site', async ({ read }) => {
  const { metadata } = await read(
    page(
      '<title>Wall to rise - the long fight - The Skerry Gazette</title><meta property="og:site_name" content="Skerry Gazette">' +
        '<meta name="byl" content="By Ana Lund and Tomás Quispe"><meta name="dc.date" content="4 March 2026">' +
        '<link rel="canonical" href="/wall"><meta property="og:url" content="https://example.org/wall?a=1">',
      '<p>Text</p>',
    ),
    'file',
  );
  expect(metadata).toEqual({
    title: 'Wall to rise - the long fight',
    authors: ['Ana Lund', 'Tomás Quispe'],
    site: 'Skerry Gazette',
    published: '2026-03-04',
    url: 'https://example.org/wall?a=1',
  });
});

test('of several titles the one that the page shows', async ({ read }) => {
  const head =
    '<meta property="og:title" content="This wall!"><title>Wall to  rise | Gazette</title><meta property="og:site_name" content="Gazette">';
  expect((await read(page(head), 'file')).metadata.title).toBe('Wall to rise');
  expect((await read(page(head, '<h1>Another</h1>'), 'file')).metadata.title).toBe('This wall!');
});

test('metadata of what is marked in a copied piece', async ({ read }) => {
  const { metadata } = await read(
    '<h1 itemprop="headline">Wall to rise</h1><p><a rel="author" href="/l">Ana Lund</a> <time datetime="2026-03-04T08:00Z">today</time></p><p>Text</p>',
  );
  expect(metadata).toEqual({ title: 'Wall to rise', authors: ['Ana Lund'], published: '2026-03-04' });
});

test('addresses, accounts, jobs and the site itself are no authors, and only the web has addresses', async ({
  read,
}) => {
  const { metadata } = await read(
    page(
      jsonLd({
        '@type': 'NewsArticle',
        headline: 'Wall to rise',
        author: 'Skerry Gazette',
        url: 'javascript:alert(1)',
      }) +
        '<meta property="og:site_name" content="Skerry Gazette"><meta property="article:author" content="https://example.org/lund">' +
        '<meta name="twitter:creator" content="@lund"><meta name="author" content="Ana Lund, Staff Writer"><link rel="canonical" href="file:///wall">',
    ),
    'file',
  );
  expect(metadata).toEqual({ title: 'Wall to rise', authors: ['Ana Lund'], site: 'Skerry Gazette' });
});
