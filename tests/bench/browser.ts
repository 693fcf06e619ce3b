// The built page in Debian's Chromium: its worker, asked as the page asks it, and the page itself from load to result.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import config from '../../playwright.config';
import type { Variant } from '../../wasm/src/variant';
import type { FromWorker, ToWorker } from '../../web/src/shared/protocol';
import { builds, fromRoot } from '../wasm/engines';

const port = '4911';
const address = `http://127.0.0.1:${port}/`;

/** Short texts are analysed again and again until so much time has passed. */
export const enoughMs = 100;

declare global {
  var send: (message: ToWorker) => Promise<void>;
}

export interface Site {
  /** Milliseconds from the request's leaving the page to its analysis' arrival there. */
  analyze(variant: Variant, text: string): Promise<number>;
  /** Milliseconds from the start of a load, with everything in the cache, to the drawing of the first analysis. */
  firstAnalysis(): Promise<number>;
}

export async function withSite(use: (site: Site) => Promise<void>): Promise<void> {
  const server = spawn(process.execPath, [fromRoot('tests/e2e/server.mjs'), port, '/'], { stdio: 'inherit' });
  const browser = await chromium.launch(config.use?.launchOptions);
  try {
    await untilServed();
    const pages = { simd: await openWorker(browser, 'simd'), scalar: await openWorker(browser, 'scalar') };
    const page = await openWarm(browser);
    await use({ analyze: (variant, text) => ask(pages[variant], text), firstAnalysis: () => reload(page) });
  } finally {
    await browser.close();
    server.kill();
  }
}

async function untilServed(): Promise<void> {
  for (let attempt = 0; attempt < 100; ++attempt) {
    const served = await fetch(address).catch(() => undefined);
    if (served?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing is served at ${address}.`);
}

/** A page with a worker of its own, started as the page starts its one. */
async function openWorker(browser: Browser, variant: Variant): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(address);
  const built = readFileSync(fromRoot(`${builds[variant].folder}/analyzer.wasm`));
  const urls = {
    worker: findAsset((name) => /^worker-.*\.js$/.test(name)),
    module: findAsset((name) => name.endsWith('.wasm') && readFileSync(fromRoot(`dist/assets/${name}`)).equals(built)),
    model: findAsset((name) => name.endsWith('.pmk')),
  };
  await page.evaluate(
    async ({ urls, variant }) => {
      const worker = new Worker(urls.worker, { type: 'module' });
      const bytes = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());
      globalThis.send = (message) =>
        new Promise((resolve, reject) => {
          worker.onerror = reject;
          worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
            if (data.type === 'crashed') reject(new Error(data.error.message));
            else resolve();
          };
          worker.postMessage(message);
        });
      const module = await WebAssembly.compile(await bytes(urls.module));
      await globalThis.send({ type: 'start', variant, module, model: await bytes(urls.model), places: null });
    },
    { urls, variant },
  );
  return page;
}

function findAsset(isIt: (name: string) => boolean): string {
  const name = readdirSync(fromRoot('dist/assets')).find(isIt);
  if (!name) throw new Error('dist/ is not as this bench expects it.');
  return `${address}assets/${name}`;
}

function ask(page: Page, text: string): Promise<number> {
  return page.evaluate(
    async ({ text, enough }) => {
      const begin = performance.now();
      let runs = 0;
      do {
        await globalThis.send({ type: 'analyze', id: ++runs, request: { text } });
      } while (performance.now() - begin < enough);
      return (performance.now() - begin) / runs;
    },
    { text, enough: enoughMs },
  );
}

/** A page that asks for the analysis of its sample as soon as it can, and has been here before. */
async function openWarm(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      const button = [...document.querySelectorAll('button')].find((each) =>
        each.textContent.includes('Try the sample'),
      );
      if (!button) return;
      observer.disconnect();
      button.click();
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await page.goto(address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  return page;
}

async function reload(page: Page): Promise<number> {
  await page.reload();
  const drawn = () => performance.getEntriesByName('pressmark:analysis')[0]?.startTime;
  return (await page.waitForFunction(drawn)).jsonValue() as Promise<number>;
}
