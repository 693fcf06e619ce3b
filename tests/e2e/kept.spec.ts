// What was pasted and corrected is there again after a reload, a crash and an update; two windows agree on one article; where
// the browser keeps nothing, the page goes on and says so.
import type { Page } from '@playwright/test';
import { expect, expectAccessible, PressmarkPage, shortText, test } from './page';
import { gate } from './site';

const other = 'Ferry sails again\n\n“It floats,” Captain Ines Okoro said on Monday.';

/** So long after the last letter all that was typed is saved. */
const typingMs = 500;

const storedTexts = (page: Page) =>
  page.evaluate(async () => {
    const texts: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name ?? '');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('not opened'));
      });
      for (const store of db.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve) => {
          const request = db.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result as unknown[]);
        });
        texts.push(...rows.map((row) => JSON.stringify(row)));
      }
      db.close();
    }
    return texts.join('\n');
  });

const setAside = async ({ page, article }: PressmarkPage) => {
  await article.getByText('Engineer', { exact: false }).first().hover();
  await page.getByRole('button', { name: /^Set aside: “Engineer/ }).click();
  await expect(page.getByText('One paragraph set by you.')).toBeVisible();
};

test('a reload brings back text, corrections, ticks, day and the folded box', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.paste(shortText));
  await page.getByLabel('Published').fill('2026-03-04');
  await setAside(pressmark);
  await pressmark.openList('Check');
  await pressmark.list.getByRole('checkbox').first().check();
  await page.reload();
  await expect(pressmark.box).toHaveValue(shortText);
  await expect(pressmark.box).toBeHidden();
  await expect(page.getByLabel('Published')).toHaveValue('2026-03-04');
  await expect(page.locator('.block.chrome.said')).toContainText('Engineer');
  await pressmark.openList('Check');
  await expect(pressmark.list.getByRole('checkbox').first()).toBeChecked();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.block.chrome')).toHaveCount(0);
  await page.getByRole('button', { name: 'Edit the text' }).click();
  await page.reload();
  await expect(pressmark.box).toBeVisible();
  await expect(page.locator('.block.chrome')).toHaveCount(0);
});

test('a tab that crashes loses nothing that is older than half a second', async ({ pressmark, page, context }) => {
  await pressmark.analysed(() => pressmark.box.fill(shortText));
  await pressmark.box.press('End');
  await pressmark.box.pressSequentially(' Typed.');
  await page.waitForTimeout(typingMs);
  const devTools = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // It has no answer.
  devTools.send('Page.crash').catch(() => undefined);
  await crashed;

  const next = await context.newPage();
  await next.goto('./');
  await expect(new PressmarkPage(next).box).toHaveValue(/Typed\./);
  await expect(new PressmarkPage(next).article).toContainText('The bridge is safe again');
});

test('what is typed is saved within half a second', async ({ pressmark, page }) => {
  await pressmark.box.fill(shortText);
  await pressmark.box.press('End');
  await pressmark.box.pressSequentially('!');
  await page.waitForTimeout(500);
  await page.reload();
  await expect(pressmark.box).toHaveValue(/.!/);
  await expect.poll(() => pressmark.box.inputValue()).toContain('$4 million.');
});

test('a window that is closed is where the next one goes on; one beside it starts empty', async ({
  pressmark,
  page,
  context,
}) => {
  await pressmark.analysed(() => pressmark.paste(shortText));
  const beside = await context.newPage();
  await beside.goto('./');
  await expect(beside.getByRole('button', { name: 'Saved 1' })).toBeVisible();
  await expect(new PressmarkPage(beside).box).toHaveValue('');
  await beside.close();
  await page.close();
  const next = await context.newPage();
  await next.goto('./');
  await expect(new PressmarkPage(next).box).toHaveValue(shortText);
});

test('what is emptied or replaced stays saved', async ({ pressmark, page }) => {
  await pressmark.analysed(() => pressmark.paste(shortText));
  await pressmark.openBox();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await pressmark.box.pressSequentially('Something else');
  await expect(page.getByRole('button', { name: 'Saved 2' })).toBeVisible();
  await page.getByRole('button', { name: 'New' }).click();
  await pressmark.box.fill(other);
  await expect(page.getByRole('button', { name: 'Saved 3' })).toBeVisible();
  await expect.poll(() => storedTexts(page)).toContain('Ferry sails again');
  expect(await storedTexts(page)).toContain('The bridge is safe again');
});

test.describe('two windows on one article', () => {
  async function openBoth(pressmark: PressmarkPage) {
    await pressmark.analysed(() => pressmark.paste(shortText));
    const page = await pressmark.page.context().newPage();
    await page.goto('./');
    await page.getByRole('button', { name: 'Saved 1' }).click();
    await page.getByRole('button', { name: /^Bridge to reopen/ }).click();
    const second = new PressmarkPage(page);
    await expect(second.article).toContainText('The bridge is safe again');
    return second;
  }
  const told = (page: Page) => page.locator('.notice', { hasText: 'This article was changed in another window.' });

  test('agree on day and ticks at once', async ({ pressmark, page }) => {
    const second = await openBoth(pressmark);
    await page.getByLabel('Published').fill('2026-03-04');
    await expect(second.page.getByLabel('Published')).toHaveValue('2026-03-04');
    await second.openList('Check');
    await second.list.getByRole('checkbox').first().check();
    await pressmark.openList('Check');
    await expect(pressmark.list.getByRole('checkbox').first()).toBeChecked();
    await expect(page.getByLabel('Published')).toHaveValue('2026-03-04');
    await expect(told(page)).toHaveCount(0);
    await expect(told(second.page)).toHaveCount(0);
    await page.reload();
    await expect(page.getByLabel('Published')).toHaveValue('2026-03-04');
    await pressmark.openList('Check');
    await expect(pressmark.list.getByRole('checkbox').first()).toBeChecked();
  });

  test('the one that was not changed is told, and shows the other when asked', async ({ pressmark }) => {
    const second = await openBoth(pressmark);
    await setAside(second);
    await expect(told(pressmark.page)).toBeVisible();
    await expect(told(second.page)).toHaveCount(0);
    await expect(pressmark.page.locator('.block.chrome.said')).toHaveCount(0);
    await expectAccessible(pressmark.page);
    await pressmark.page.getByRole('button', { name: 'Show that' }).click();
    await expect(pressmark.page.locator('.block.chrome.said')).toContainText('Engineer');
    await expect(told(pressmark.page)).toHaveCount(0);
  });

  test('both changed: nothing is overwritten, both are kept', async ({ pressmark, page }) => {
    const second = await openBoth(pressmark);
    await second.openBox();
    await second.page.keyboard.press('Control+End');
    await second.page.keyboard.type(' Second.');
    await expect(told(page)).toBeVisible();
    await pressmark.openBox();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' First.');
    await expect(told(page)).toContainText('What you have here is kept beside it.');
    await expect(pressmark.box).toHaveValue(/million\. First\.$/);
    await expect(second.box).toHaveValue(/million\. Second\.$/);
    await expect(page.getByRole('button', { name: 'Saved 2' })).toBeVisible();
    await expect.poll(() => storedTexts(page)).toMatch(/First\.[^]*Second\.|Second\.[^]*First\./);
    await page.reload();
    await expect(pressmark.box).toHaveValue(/million\. First\.$/);
    await second.page.reload();
    await expect(second.box).toHaveValue(/million\. Second\.$/);
  });
});

test.describe('a browser that keeps nothing', () => {
  const failures: [string, string, () => void][] = [
    [
      'forbids it',
      'does not let the page store anything',
      () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
    ],
    [
      'throws at once',
      'does not let the page store anything',
      () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('no', 'SecurityError');
        };
      },
    ],
    [
      'is full',
      'storage is full',
      () => {
        IDBObjectStore.prototype.add = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      },
    ],
    [
      'fails half-way',
      'does not let the page store anything',
      () => {
        IDBTransaction.prototype.commit = function (this: IDBTransaction) {
          this.abort();
        };
      },
    ],
    [
      'never answers',
      'does not let the page store anything',
      () => {
        IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
      },
    ],
  ];
  for (const [what, words, fail] of failures) {
    test(`and ${what}: the page goes on, says so and offers a file`, async ({ pressmark, page }) => {
      await page.addInitScript(fail);
      await page.reload();
      await pressmark.analysed(() => pressmark.paste(shortText));
      await expect(pressmark.article).toContainText('The bridge is safe again');
      const notice = page.locator('.notice', { hasText: words });
      await expect(notice).toBeVisible();
      await expectAccessible(page);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        notice.getByRole('button', { name: 'Save as a file' }).click(),
      ]);
      expect(file.suggestedFilename()).toBe('Bridge to reopen in May.pressmark.json');
      await page.getByRole('button', { name: 'New' }).click();
      await expect(notice).toHaveCount(0);
    });
  }

  test('for a while: what could not be saved is saved when it can be', async ({ pressmark, page }) => {
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype as {
        put: (this: IDBObjectStore, value: unknown) => IDBRequest<IDBValidKey>;
      };
      IDBObjectStore.prototype.add = function (this: IDBObjectStore, value) {
        if (document.title === 'full') throw new DOMException('full', 'QuotaExceededError');
        return put.call(this, value);
      };
      document.title = 'full';
    });
    await pressmark.analysed(() => pressmark.paste(shortText));
    const notice = page.locator('.notice', { hasText: 'storage is full' });
    await expect(notice).toBeVisible();
    await page.evaluate(() => (document.title = ''));
    await page.getByLabel('Published').fill('2026-03-04');
    await expect(notice).toHaveCount(0);
    await page.reload();
    await expect(pressmark.box).toHaveValue(shortText);
    await expect(page.getByLabel('Published')).toHaveValue('2026-03-04');
  });
});

test.describe('before a service worker is in charge', () => {
  test.use({ serviceWorkers: 'block' });

  test('typed before the script has come: what was open waits', async ({ pressmark, page }) => {
    await pressmark.analysed(() => pressmark.paste(shortText));
    const { opened, open } = gate();
    await page.route(/\/assets\/index-.*\.js/, async (route) => {
      await opened;
      await route.continue();
    });
    await page.reload({ waitUntil: 'commit' });
    await pressmark.box.fill('Early words.');
    open();
    await page.getByRole('button', { name: 'Back to your text' }).click();
    await expect(pressmark.box).toHaveValue(shortText);
  });
});
