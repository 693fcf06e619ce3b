// A server of the test's own and a page on it, for what hangs on what the server does and sees. Like page.ts it fails where
// the page throws.
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { PressmarkPage } from './page';
import { serve } from './server.mjs';

export { expect };

/** What the test makes the server do; each may be changed at any time. */
export interface Deeds {
  /** What is sent instead of a file's bytes, at once or later; where it throws, the file is not there. */
  change: (path: string, bytes: Buffer) => Buffer | Promise<Buffer>;
  /** Waited for when half of a file is sent. */
  halfway: (path: string) => Promise<unknown> | undefined;
}

export class Site {
  readonly address: string;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly pressmark: PressmarkPage;
  readonly deeds: Deeds;
  /** Every request that has come: its method, and its address below the page's. */
  readonly asked: { method: string; path: string; body: () => string }[];

  constructor(address: string, page: Page, deeds: Deeds, asked: Site['asked']) {
    this.address = address;
    this.context = page.context();
    this.page = page;
    this.pressmark = new PressmarkPage(page);
    this.deeds = deeds;
    this.asked = asked;
  }

  /** How often files were asked for whose path holds that. */
  count(part: string): number {
    return this.asked.filter(({ path }) => path.includes(part)).length;
  }

  get ready() {
    return this.page.getByText('Ready offline');
  }

  async open(fragment = '') {
    await this.page.goto(`${this.address}${fragment}`);
  }

  /** The addresses of all that the page may load later. */
  later(): Promise<string[]> {
    return this.page.evaluate(async () => (await (await fetch('./later.json')).json()) as string[]);
  }

  marks(name: string): Promise<{ startTime: number; detail: { id: string; places?: number } }[]> {
    return this.page.evaluate(
      (which) =>
        performance.getEntriesByName(which).map((mark) => ({
          startTime: mark.startTime,
          detail: (mark as PerformanceMark).detail as { id: string; places?: number },
        })),
      name,
    );
  }
}

/** Opens nothing yet. */
export const test = base.extend<{ site: Site }>({
  site: async ({ browser }, use) => {
    const deeds: Deeds = { change: (_, bytes) => bytes, halfway: () => undefined };
    const asked: Site['asked'] = [];
    const server = await serve({
      port: 0,
      base: '/',
      change: (path, bytes) => deeds.change(path, bytes),
      halfway: (path) => deeds.halfway(path),
      see: (request) => asked.push(seen(request)),
    });
    const page = await (await browser.newContext()).newPage();
    const wrongs: string[] = [];
    page.on('pageerror', (error) => wrongs.push(error.message));
    await use(new Site(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, page, deeds, asked));
    expect(wrongs).toEqual([]);
    await page.context().close();
    server.close();
  },
});

function seen(request: IncomingMessage): Site['asked'][number] {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
  return { method: request.method ?? '', path: request.url ?? '', body: () => body };
}

/** A promise to be fulfilled by hand. */
export function gate(): { opened: Promise<void>; open: () => unknown } {
  const signal = new EventTarget();
  const opened = new Promise<void>((resolve) => {
    signal.addEventListener('open', () => resolve());
  });
  return { opened, open: () => signal.dispatchEvent(new Event('open')) };
}
