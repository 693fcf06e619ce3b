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

/** @typedef {import("./pages.mjs").PageOfGold} PageOfGold */

const root = fileURLToPath(new URL('../../', import.meta.url));
const shared = join(root, '..', 'shared');
const html = join(shared, 'corpora', 'pages', 'html');
const work = join(root, 'build', 'eval');

const HELP = `node tests/eval/pages.mjs [--odd | --all] [--write FILE] [--program FILE]

  --odd           the pages that may be looked at, instead of those that measure
  --all           both
  --write FILE    also writes the requests, a line each
  --program FILE  the program (build/native/core/cli/pressmark)`;

export function whyNoPages() {
  return whyNot(join(shared, 'eval')) ?? (existsSync(html) ? null : `${html} is not there`);
}

export const isEven = (/** @type {string} */ id) => /[02468ace]$/.test(id);

/** @param {(id: string) => boolean} wanted @returns {Promise<PageOfGold[]>} */
export async function readPages(wanted) {
  const gold = readFileSync(join(shared, 'eval', 'dev', 'structure.articles.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter(({ id }) => wanted(id));
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', chromiumSandbox: false });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundleImporter() });
    const pages = [];
    for (const article of gold) {
      const source = gunzipSync(readFileSync(join(html, `${article.id}.html.gz`))).toString('utf8');
      pages.push({ gold: article, imported: await readHtml(page, source, 'file') });
    }
    return pages;
  } finally {
    await browser.close();
  }
}

/** In code points, as the scoring counts: a request's offsets are of the kind that it asks for. @param {PageOfGold[]} pages */
export const requestsOf = (pages) =>
  jsonLines(
    pages.map(({ gold: { id }, imported: { text, hints, metadata } }) => ({
      id,
      text,
      hints: hints.map((hint) => ({ ...hint, ...inCodePoints(text, hint.start, hint.end) })),
      metadata,
      offsets: 'codepoint',
    })),
  );

/** What the native program makes of them; null where it is not built. @param {PageOfGold[]} pages */
export function throughProgram(pages, program = join(root, 'build/native/core/cli/pressmark')) {
  return existsSync(program) ? runProgram(program, requestsOf(pages)) : null;
}

/** @param {PageOfGold[]} pages */
export function importerAlone(pages) {
  return jsonLines(
    pages.map(({ gold: { id }, imported: { text, hints, metadata } }) => ({
      id,
      blocks: hints.filter(isBody).map(({ start, end }) => ({ ...inCodePoints(text, start, end), kind: 'body' })),
      metadata,
    })),
  );
}

/** Of the article, and none of the lines that stand around its text. @param {import("../../wasm/src/schema").Hint} hint */
function isBody({ content, caption, date, author, heading = 0, link_density: links = 0 }) {
  return content && !caption && !date && !author && heading !== 1 && links < 0.8;
}

/** Python counts these. @param {string} text @param {number} start @param {number} end */
function inCodePoints(text, start, end) {
  const before = [...text.slice(0, start)].length;
  return { start: before, end: before + [...text.slice(start, end)].length };
}

/** @param {string} name @param {PageOfGold[]} pages @param {string} analyses */
export function scorePages(name, pages, analyses) {
  mkdirSync(work, { recursive: true });
  const gold = join(work, `${name}.gold.jsonl`);
  const predicted = join(work, `${name}.jsonl`);
  writeFileSync(gold, jsonLines(pages.map((page) => ({ ...page.gold, pasted: page.imported.text }))));
  writeFileSync(predicted, analyses);
  return python(join(shared, 'eval', 'score.py'), 'structure', gold, predicted).trimEnd();
}

/** @param {string} printed */
export function figuresOf(printed) {
  const figure = (/** @type {RegExp} */ where) => Number(where.exec(printed)?.[1]);
  const found = (/** @type {string} */ what) => figure(new RegExp(`${what} found .*\\(([\\d.]+) %\\)`));
  return {
    body: figure(/body .*F1 ([\d.]+)/),
    title: found('title'),
    byline: found('byline'),
    published: found('published'),
  };
}

/** @param {unknown[]} rows */
const jsonLines = (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/**
 * Prints the figures of the importer alone and, where there is the program, of both.
 * @param {{program: string, wanted?: (id: string) => boolean, write?: string | undefined}} options
 */
export async function measurePages({ program, wanted = isEven, write }) {
  const missing = whyNoPages();
  if (missing) {
    console.log(`Whole pages are left out: ${missing}.`);
    return;
  }
  const pages = await readPages(wanted);
  if (write) writeFileSync(write, requestsOf(pages));
  console.log(`\n== whole pages: the importer alone\n${scorePages('pages.importer', pages, importerAlone(pages))}`);
  const analyses = throughProgram(pages, program);
  if (analyses === null) {
    console.log(`The program is left out: ${program} is not there.`);
    return;
  }
  console.log(`\n== whole pages: through the program\n${scorePages('pages', pages, analyses)}`);
}

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
  const { odd, all, write, program, help } = values;
  if (help) console.log(HELP);
  else await measurePages({ program, write, wanted: (id) => all || isEven(id) !== odd });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
