// Lighthouse over the built page, from a static server that compresses as hosts do, and over an empty page on the same
// machine for comparison: accessibility, best practices, SEO, and the median performance of five runs.
//
//     npm run build && node tests/bench/lighthouse.mjs [runs]
import { readdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { runnerImport } from 'vite';
import { serve } from '../e2e/server.mjs';

const { module: config } = await runnerImport(new URL('../../playwright.config.ts', import.meta.url).pathname);
const port = 4917;
const runs = Number(process.argv[2] ?? 5);
const empty =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title>' +
  '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="Nothing.">' +
  '</head><body><h1>Empty</h1></body></html>';

async function measure(name, change) {
  const server = await serve({ port: 0, base: '/', change, host: true });
  const address = `http://127.0.0.1:${server.address().port}/`;
  // The server compresses what it has not sent before, which takes seconds.
  for (const path of readdirSync('dist', { recursive: true })) await (await fetch(address + path)).arrayBuffer();
  const results = [];
  for (let run = 0; run < runs; run++) {
    const { launchOptions } = config.default.use;
    const browser = await chromium.launch({
      ...launchOptions,
      args: [...launchOptions.args, `--remote-debugging-port=${port}`],
    });
    const { lhr } = await lighthouse(address, { port, logLevel: 'error' });
    results.push(lhr);
    await browser.close();
  }
  server.close();
  const score = (lhr, category) => Math.round(100 * lhr.categories[category].score);
  const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
  const least = (category) => Math.min(...results.map((lhr) => score(lhr, category)));
  const timing = (audit) => Math.round(median(results.map((lhr) => lhr.audits[audit].numericValue)));
  console.log(
    [
      name,
      `performance ${median(results.map((lhr) => score(lhr, 'performance')))} (median of ${runs})`,
      `accessibility ${least('accessibility')}`,
      `best practices ${least('best-practices')}`,
      `SEO ${least('seo')}`,
      `first paint ${timing('first-contentful-paint')} ms`,
      `largest paint ${timing('largest-contentful-paint')} ms`,
      `blocked ${timing('total-blocking-time')} ms`,
    ].join(', '),
  );
  const wrong = new Set();
  for (const lhr of results) {
    for (const category of ['accessibility', 'best-practices', 'seo', 'performance']) {
      for (const { id, weight } of lhr.categories[category].auditRefs) {
        const { score: value, title, displayValue } = lhr.audits[id];
        if (weight > 0 && value !== null && value < 0.9) wrong.add(`  ${category}: ${title} ${displayValue ?? ''}`);
      }
    }
  }
  for (const line of wrong) console.log(line);
}

await measure('Pressmark');
await measure('an empty page', (path, bytes) => (path === 'index.html' ? Buffer.from(empty) : bytes));
