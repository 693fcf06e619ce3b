// Whole pages of the web, where a checkout has them beside it: what the importer makes of them does not get worse.
import { expect, test } from '@playwright/test';
import { figuresOf, importerAlone, isEven, readPages, scorePages, throughProgram, whyNoPages } from '../eval/pages.mjs';

const missing = whyNoPages();

if (missing) console.log(`Whole pages are not measured: ${missing}.`);
else {
  test('of whole pages the importer finds article, title, authors and day', async () => {
    test.setTimeout(120_000);
    const pages = await readPages(isEven);
    const figures = figuresOf(scorePages('pages.importer', pages, importerAlone(pages)));
    expect(pages).toHaveLength(51);
    expect(figures.body).toBeGreaterThanOrEqual(0.97);
    expect(figures.title).toBeGreaterThanOrEqual(95);
    expect(figures.byline).toBeGreaterThanOrEqual(85);
    expect(figures.published).toBeGreaterThanOrEqual(95);
    const analyses = throughProgram(pages);
    if (analyses === null) return;
    const whole = figuresOf(scorePages('pages', pages, analyses));
    expect(whole.body).toBeGreaterThanOrEqual(0.965);
    expect(whole.title).toBeGreaterThanOrEqual(95);
  });
}
