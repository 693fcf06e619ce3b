// Whole pages of the web, where a checkout has them beside it: what the importer makes of them does not get worse.
import { expect, test } from '@playwright/test';
import { existsSync } from 'node:fs';

import { figuresOf, importerAlone, isEven, readPages, requestsOf, scorePages, whyNoPages } from '../eval/pages.mjs';
import { runProgram } from '../eval/program.mjs';
import { program } from '../program.mjs';

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
    if (!existsSync(program)) return;
    const whole = figuresOf(scorePages('pages', pages, runProgram(program, requestsOf(pages))));
    expect(whole.body).toBeGreaterThanOrEqual(0.965);
    expect(whole.title).toBeGreaterThanOrEqual(95);
  });
}
