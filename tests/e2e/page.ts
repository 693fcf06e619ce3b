// What every browser test starts from: the page, opened, and a watch over what it must never do. Whatever the test is
// about, it fails when the page asks another origin for something, breaks its own policy, or throws.
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

export { expect };

export const allLists = ['Voices', 'Quotations', 'People', 'When', 'Where', 'Check', 'Source'] as const;
export type List = (typeof allLists)[number];

export interface Dropped {
  name: string;
  type?: string;
  bytes: Buffer | string;
}

export class PressmarkPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** It is folded away once something was pasted or opened. */
  get box() {
    return this.page.getByRole('textbox', { name: 'Article to analyse', includeHidden: true });
  }

  async openBox() {
    if (await this.box.isHidden()) await this.page.getByRole('button', { name: 'Edit the text' }).click();
    await this.box.focus();
  }

  get article() {
    return this.page.getByRole('article', { name: 'Marked text' });
  }

  /** The lists beside the text; one of them is open. */
  get list() {
    return this.page.getByRole('tabpanel');
  }

  async openList(name: List) {
    await this.page.getByRole('tab', { name }).click();
  }

  /** The page stands before its script has come; what is done to it then may be lost. */
  async started() {
    await this.page.waitForFunction(() => performance.getEntriesByName('pressmark:started').length > 0);
  }

  /** Runs what makes the page analyse anew, and waits until the result is drawn whole. */
  async analysed(action: () => Promise<unknown>) {
    await this.started();
    const drawn = () => this.page.evaluate(() => performance.getEntriesByName('pressmark:analysis').length);
    const before = await drawn();
    await action();
    await expect.poll(drawn).toBeGreaterThan(before);
    await expect(this.page.getByRole('region', { name: 'The article, marked' })).toHaveAttribute('aria-busy', 'false');
  }

  /** The same for what is announced at once; a second later follows what was found. */
  async analysedSaying(words: string, action: () => Promise<unknown>) {
    await this.analysed(async () => {
      await action();
      await expect(this.page.getByRole('status')).toContainText(words);
    });
  }

  /** Puts text into the clipboard, rich where it comes with HTML, and pastes it into the box. */
  async paste(text: string, html?: string) {
    await this.#allowClipboard();
    await this.page.evaluate(
      async ([plain, rich]) => {
        const types = { 'text/plain': plain, ...(rich && { 'text/html': rich }) };
        const blobs = Object.entries(types).map(([type, value]) => [type, new Blob([value], { type })] as const);
        await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      },
      [text, html] as const,
    );
    await this.pasteClipboard();
  }

  async pasteClipboard() {
    await this.openBox();
    await this.page.keyboard.press('Control+V');
  }

  /** Makes the page copy something, and tells what is in the clipboard then. */
  async copied(action: () => Promise<unknown>): Promise<string> {
    await this.#allowClipboard();
    await action();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  async drop(...files: Dropped[]) {
    await this.started();
    const given = files.map(({ name, type = '', bytes }) => ({
      name,
      type,
      base64: Buffer.from(bytes).toString('base64'),
    }));
    const transfer = await this.page.evaluateHandle((all) => {
      const data = new DataTransfer();
      for (const { name, type, base64 } of all) {
        const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
        data.items.add(new File([bytes], name, { type }));
      }
      return data;
    }, given);
    await this.page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  }

  async #allowClipboard() {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  }

  async openSample() {
    await this.analysed(() => this.page.getByRole('button', { name: 'Try the sample' }).click());
  }
}

export const test = base.extend<{ pressmark: PressmarkPage }>({
  pressmark: async ({ page, context, baseURL }, use) => {
    const wrongs: string[] = [];
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== new URL(baseURL ?? '').origin && protocol !== 'data:') wrongs.push(`asked for ${request.url()}`);
    });
    page.on('pageerror', (error) => wrongs.push(`threw ${error.message}`));
    await page.exposeFunction('reportViolation', (what: string) => wrongs.push(`broke its policy: ${what}`));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const { reportViolation } = window as unknown as { reportViolation: (what: string) => void };
        reportViolation(`${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
    await page.goto('./');
    await use(new PressmarkPage(page));
    expect(wrongs).toEqual([]);
  },
});

export async function expectAccessible(page: Page) {
  // Colours in the middle of a transition are nobody's colours.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

export async function expectNoSidewaysScroll(page: Page) {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beyond).toBe(0);
}

export const shortText = [
  'Bridge to reopen in May',
  '“The bridge is safe again,” Mayor Priya Raman said on Friday. “We tested every bolt.”',
  'Engineer Lars Holm said the work had cost $4 million.',
].join('\n\n');

/** News of about so many words, every paragraph with a name and a quotation of its own. */
export function longText(words: number): string {
  const names = ['Priya Raman', 'Lars Holm', 'Amina Diop', 'Kenji Mori', 'Lucía Vargas', 'Tariq Aziz', 'Grace Otieno'];
  const paragraphs = Array.from({ length: Math.ceil(words / 30) }, (_, i) => {
    const name = names[i % names.length] ?? '';
    return (
      `The council met for the ${i + 1}th time this year to talk about the harbour. ` +
      `“We counted ${i} ships and we will count ${i + 1} more — then we decide,” ${name} said on Tuesday.`
    );
  });
  return paragraphs.join('\n\n');
}
