// @ts-check
// Measures whole pages: from their HTML through the page's importer and the native program, over the development pages
// that nothing is tuned on (an id that ends in an even digit). Beside it, what the importer alone would give: the blocks
// that it takes for the article, and what it read of title, byline and date.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { bundleImporter, readHtml } from './importer.mjs';
import { runProgram } from './program.mjs';
import { python, whyNot } from './shared.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shared = join(root, '..', 'shared');
const work = join(root, 'build', 'eval');
const gold = join(shared, 'eval', 'dev', 'structure.articles.jsonl');

const HELP = `node tests/eval/pages.mjs [--odd | --all] [--write FILE] [--program FILE]

  --odd          the pages that may be looked at, instead of those that measure
  --all          both
  --write FILE   also writes the importer's requests, a line each
  --program FILE the program (build/native/core/cli/pressmark)`;

/** Why pages cannot be measured here, or null. */
export function whyNoPages() {
  const missing = whyNot(join(shared, 'eval'));
  return missing ?? (existsSync(join(shared, 'corpora', 'pages', 'html')) ? null : 'the pages are not there');
}

/**
 * @param {(id: string) => boolean} wanted
 * @returns {Promise<{gold: Record<string, string>, imported: import("./importer.mjs").Imported}[]>}
 */
export async function readPages(wanted) {
  const articles = readFileSync(gold, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => /** @type {Record<string, string>} */ (JSON.parse(line)))
    .filter(({ id }) => wanted(id));
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', chromiumSandbox: false });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundleImporter() });
    const pages = [];
    for (const article of articles) {
      const file = join(shared, 'corpora', 'pages', 'html', `${article.id}.html.gz`);
      const html = gunzipSync(readFileSync(file)).toString('utf8');
      pages.push({ gold: article, imported: await readHtml(page, html, 'file') });
    }
    return pages;
  } finally {
    await browser.close();
  }
}

export const isEven = (/** @type {string} */ id) => /[02468ace]$/.test(id);

/** Runs `score.py structure` over the pages with these analyses. @param {string} name @param {Awaited<ReturnType<typeof readPages>>} pages @param {string} analyses */
export function scorePages(name, pages, analyses) {
  mkdirSync(work, { recursive: true });
  const goldFile = join(work, `${name}.gold.jsonl`);
  const predicted = join(work, `${name}.jsonl`);
  writeFileSync(goldFile, jsonLines(pages.map(({ gold, imported }) => ({ ...gold, pasted: imported.text }))));
  writeFileSync(predicted, analyses);
  return python(join(shared, 'eval', 'score.py'), 'structure', goldFile, predicted);
}

/** The requests of the page. @param {Awaited<ReturnType<typeof readPages>>} pages */
export const requestsOf = (pages) =>
  jsonLines(pages.map(({ gold: { id }, imported: { text, hints, metadata } }) => ({ id, text, hints, metadata })));

/** Analyses as if the importer's word were all there is. @param {Awaited<ReturnType<typeof readPages>>} pages */
export function importerAlone(pages) {
  return jsonLines(
    pages.map(({ gold: { id }, imported: { text, hints, metadata } }) => ({
      id,
      blocks: hints
        .filter((hint) => hint.content && !hint.caption && !(hint.heading === 1))
        .map(({ start, end }) => ({ ...codePoints(text, start, end), kind: 'body' })),
      metadata: {
        title: metadata.title ?? null,
        authors: metadata.authors ?? [],
        published: metadata.published ?? null,
      },
    })),
  );
}

/** Python counts code points. @param {string} text @param {number} start @param {number} end */
function codePoints(text, start, end) {
  const before = [...text.slice(0, start)].length;
  return { start: before, end: before + [...text.slice(start, end)].length };
}

/** @param {unknown[]} rows */
const jsonLines = (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

async function main() {
  const { values } = parseArgs({
    options: {
      odd: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      write: { type: 'string' },
      program: { type: 'string', default: join(root, 'build/native/core/cli/pressmark') },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const missing = whyNoPages();
  if (missing) {
    console.log(`Whole pages are left out: ${missing}.`);
    return;
  }
  const pages = await readPages((id) => values.all || isEven(id) !== values.odd);
  if (values.write) writeFileSync(values.write, requestsOf(pages));
  console.log(`== the importer alone\n${scorePages('pages.importer', pages, importerAlone(pages)).trimEnd()}`);
  if (!existsSync(values.program)) {
    console.log(`The program is left out: ${values.program} is not there.`);
    return;
  }
  const analyses = runProgram(values.program, requestsOf(pages), ['--offsets', 'codepoint']);
  console.log(`\n== through the program\n${scorePages('pages', pages, analyses).trimEnd()}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
