// Does the page keep answering? From Chromium's own trace of the built page: the longest task of its main thread while an
// article is pasted, while one types in a long one and scrolls it, and how long a paste takes until all is drawn, beside what
// the worker needs of that.
//
//     npm run build && node tests/bench/smooth.mjs
import { chromium } from '@playwright/test';
import { runnerImport } from 'vite';
import { serve } from '../e2e/server.mjs';

const at = (path) => new URL(path, import.meta.url).pathname;
const { module: articles } = await runnerImport(at('articles.ts'));
const { module: config } = await runnerImport(at('../../playwright.config.ts'));
const long = 50; // milliseconds: what a user begins to feel

const acts = {
  async paste(page) {
    await page.evaluate(() => {
      globalThis.addEventListener('paste', () => performance.mark('pressmark:pasted'), { capture: true, once: true });
    });
    await page.locator('#text').focus();
    await page.keyboard.press('Control+V');
    await drawn(page);
    await page.waitForTimeout(1000);
  },
  async type(page) {
    await page.locator('#text').focus();
    await page.locator('#text').evaluate((box) => box.setSelectionRange(1200, 1200));
    for (const key of 'He said it again. ') {
      await page.keyboard.type(key);
      await page.waitForTimeout(60);
    }
    await page.waitForTimeout(2000);
  },
  async scroll(page) {
    await page.mouse.move(500, 600);
    for (let turn = 0; turn < 40; turn++) {
      await page.mouse.wheel(0, 900);
      await page.waitForTimeout(50);
    }
  },
};

function drawn(page) {
  return page.waitForFunction(() => performance.getEntriesByName('pressmark:analysis').length > 0);
}

const server = await serve({ port: 0, base: '/' });
const browser = await chromium.launch(config.default.use.launchOptions);

async function trace(words, act) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.getByText('Ready offline').waitFor();
  const text = articles.generateArticle({ words, seed: 7 });
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  if (act !== 'paste') {
    await acts.paste(page);
    if (act === 'type') await page.getByRole('button', { name: 'Edit the text' }).click();
  }
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'],
  });
  await acts[act](page);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  await context.close();
  return traceEvents;
}

// The page's own main thread is the busiest one of its kind.
function read(events) {
  const names = new Map();
  for (const { name, pid, tid, args } of events) if (name === 'thread_name') names.set(`${pid} ${tid}`, args.name);
  const byThread = new Map();
  for (const event of events) {
    const thread = `${event.pid} ${event.tid}`;
    if (event.name === 'RunTask' && event.dur) byThread.set(thread, [...(byThread.get(thread) ?? []), event]);
  }
  const busy = (tasks) => tasks.reduce((sum, { dur }) => sum + dur, 0);
  const called = (start) =>
    [...byThread]
      .filter(([thread]) => names.get(thread)?.startsWith(start))
      .map(([, tasks]) => tasks)
      .sort((a, b) => busy(b) - busy(a));
  const [main] = called('CrRendererMain');
  const marks = (name) => events.find((event) => event.cat === 'blink.user_timing' && event.name === name)?.ts;
  const [pasted, ready] = [marks('pressmark:pasted'), marks('pressmark:analysis')];
  const [worker = []] = called('DedicatedWorker');
  return {
    worst: Math.max(...main.map(({ dur }) => dur)) / 1000,
    slow: main.filter(({ dur }) => dur > long * 1000).length,
    drawn: (ready - pasted) / 1000,
    worker: busy(worker.filter(({ ts }) => ts > pasted && ts < ready)) / 1000,
  };
}

for (const [words, act] of [
  [800, 'paste'],
  [20_000, 'paste'],
  [20_000, 'type'],
  [20_000, 'scroll'],
]) {
  for (let run = 0; run < 3; run++) {
    const { worst, slow, drawn, worker } = read(await trace(words, act));
    const times = act === 'paste' ? `; drawn after ${drawn.toFixed(0)} ms, the worker took ${worker.toFixed(0)}` : '';
    console.log(`${words} words, ${act}: longest task ${worst.toFixed(0)} ms, ${slow} over ${long}${times}`);
  }
}
await browser.close();
server.close();
