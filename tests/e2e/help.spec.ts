// The help: its four parts, however it is opened, for everyone, and without a network.
import { keyTable } from '../../web/src/page/help/keys';
import { failures } from '../../web/src/page/help/failures';
import { expect, expectAccessible, expectNoSidewaysScroll, test, type PressmarkPage } from './page';

const parts = ['Keys', 'How well it works', 'Privacy', 'Sources'] as const;

function helpOf({ page }: PressmarkPage) {
  const dialog = page.getByRole('dialog', { name: 'Help' });
  return {
    dialog,
    part: (name: (typeof parts)[number]) => dialog.getByRole('region', { name }),
    choose: async (name: (typeof parts)[number]) => {
      await dialog.getByRole('button', { name }).click();
      await expect(dialog.getByRole('region', { name }).getByRole('paragraph').first()).toBeVisible();
    },
    open: () => page.getByRole('button', { name: 'Help' }).click(),
  };
}

test('the button opens it, and Escape leads back to the button', async ({ pressmark, page }) => {
  const help = helpOf(pressmark);
  const button = page.getByRole('button', { name: 'Help' });
  await button.click();
  await expect(help.part('Keys')).toContainText('Next quotation');
  await page.keyboard.press('Escape');
  await expect(help.dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test('its parts are fetched when it is opened, not before', async ({ pressmark, page }) => {
  const fetched = () =>
    page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/parts-')).length);
  await expect(pressmark.box).toBeVisible();
  expect(await fetched()).toBe(0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('?');
  await expect(helpOf(pressmark).part('Keys')).toContainText('Next quotation');
  expect(await fetched()).toBeGreaterThan(0);
});

test('it is read by keyboard alone, and what had the focus has it again', async ({ pressmark, page }) => {
  const help = helpOf(pressmark);
  const link = page.getByRole('link', { name: 'To the text box' });
  await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  await page.keyboard.press('?');
  await expect(help.dialog.getByRole('button', { name: 'Keys' })).toBeFocused();
  for (const name of parts.slice(1)) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(help.part(name)).toBeVisible();
    await expect(help.dialog.getByRole('button', { name })).toHaveAttribute('aria-current', 'page');
  }
  const scrolled = () => help.dialog.evaluate((dialog) => dialog.scrollTop);
  await expect(help.part('Sources')).toContainText('svelte');
  expect(await scrolled()).toBe(0);
  await page.keyboard.press('PageDown');
  await expect.poll(scrolled).toBeGreaterThan(100);
  await page.keyboard.press('Escape');
  await expect(help.dialog).toBeHidden();
  await expect(link).toBeFocused();
});

test('the keys are those that the page acts by, and can be switched off', async ({ pressmark, page }) => {
  const help = helpOf(pressmark);
  await help.open();
  const rows = help.part('Keys').getByRole('row');
  await expect(rows).toHaveText(keyTable.map(([keys, does]) => `${keys}${does}`));
  await help.dialog.getByLabel('Single letters work as keys').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(help.dialog).toBeHidden();
});

test('how well it works is told in words, figures and failures', async ({ pressmark }) => {
  const help = helpOf(pressmark);
  await help.open();
  await help.choose('How well it works');
  const part = help.part('How well it works');
  await expect(part).toContainText('Of 100 passages in quotation marks it finds 98 and gives 92 the right speaker.');
  const row = part.getByRole('row', { name: /^All quotations, reported words too/ });
  await expect(row.getByRole('cell')).toHaveText(['82.7', '69.3', '75.4']);
  await expect(part.getByRole('blockquote')).toHaveText(failures.map(({ example }) => example));
  await expect(part).toContainText('25 November 2026');
});

test('privacy is three sentences, and the policy is the page’s own', async ({ pressmark, page }) => {
  const help = helpOf(pressmark);
  await help.open();
  await help.choose('Privacy');
  const part = help.part('Privacy');
  const promise = (await part.getByRole('paragraph').first().textContent()) ?? '';
  expect(promise.match(/[^.]+\./g)).toHaveLength(3);

  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  const shown = await part.getByRole('rowheader').allTextContents();
  expect(shown.join('; ')).toBe(policy);
  expect(shown).toContain("connect-src 'self'");
  const means = await part.getByRole('cell').allTextContents();
  expect(means).toHaveLength(shown.length);
  expect(means.every((words) => words.endsWith('.'))).toBe(true);
});

test('the sources name data and code with their terms, and their links tell nobody whence', async ({ pressmark }) => {
  const help = helpOf(pressmark);
  await help.open();
  await help.choose('Sources');
  const part = help.part('Sources');
  await expect(part).toContainText('GeoNames, licensed under CC BY 4.0');
  const bundled = ['svelte', '@mozilla/readability', 'dompurify', 'mammoth', 'jszip', 'marked', 'pdfjs-dist', 'pako'];
  for (const name of [...bundled, 'workbox-precaching']) {
    const item = part.getByRole('listitem').filter({ hasText: new RegExp(`^\\s*${name} \\d`) });
    await expect(item).toContainText(/\d\.\d+\.\d+, \(?(MIT|Apache-2\.0|BSD-2-Clause|MPL-2\.0|ISC)/);
  }
  const svelte = part.getByRole('group').filter({ hasText: /^\s*svelte \d/ });
  await svelte.getByText(/^svelte \d/).click();
  await expect(svelte.getByText('Permission is hereby granted')).toBeVisible();

  const links = await part
    .locator('a')
    .evaluateAll((all) => all.map((link) => [link.getAttribute('target'), link.getAttribute('rel')].join(' ')));
  expect(links.length).toBeGreaterThan(40);
  expect(new Set(links)).toEqual(new Set(['_blank noopener noreferrer']));
});

test('all of it is there without a network', async ({ pressmark, page, context }) => {
  await expect(page.getByText('Ready offline')).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  const help = helpOf(pressmark);
  await help.open();
  for (const name of parts) await help.choose(name);
  await expect(help.part('Sources')).toContainText('pdfjs-dist');
  await expect(help.part('Sources')).not.toContainText('could not be read');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing in any part', async ({ pressmark, page }) => {
      const help = helpOf(pressmark);
      await help.open();
      for (const name of parts) {
        await help.choose(name);
        await expectAccessible(page);
      }
      await help
        .part('Sources')
        .getByText(/^svelte \d/)
        .click();
      await expectAccessible(page);
    });
  });
}

// As wide as a telephone, and as high as is left of a laptop's window at 200 per cent.
for (const viewport of [
  { width: 320, height: 640 },
  { width: 640, height: 360 },
]) {
  test.describe(`at ${viewport.width} by ${viewport.height} pixels`, () => {
    test.use({ viewport });

    test('everything is in view without scrolling sideways', async ({ pressmark, page }) => {
      const help = helpOf(pressmark);
      await help.open();
      for (const name of parts) {
        await help.choose(name);
        if (name === 'Sources') {
          await help.part(name).getByRole('group').first().waitFor();
          await help.dialog.evaluate((dialog) =>
            dialog.querySelectorAll('details').forEach((each) => (each.open = true)),
          );
        }
        await expectNoSidewaysScroll(page);
        const beyond = await help.dialog.evaluate((dialog) => {
          const { right } = dialog.getBoundingClientRect();
          return [...dialog.querySelectorAll('*')]
            .filter((element) => !element.closest('.for-readers') && element.getBoundingClientRect().right > right + 1)
            .map((element) => `${element.tagName} ${element.textContent.slice(0, 60)}`);
        });
        expect(beyond).toEqual([]);
        expect(await help.dialog.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
        await help.part(name).locator(':scope > *').last().scrollIntoViewIfNeeded();
        await expect(help.dialog.getByRole('button', { name: 'Close' })).toBeInViewport();
      }
      await expectAccessible(page);
      await help.dialog.getByRole('button', { name: 'Close' }).click();
      await expect(help.dialog).toBeHidden();
    });
  });
}

test('a help that cannot be fetched says so, and is fetched again when asked', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.route(/\/parts-[^/]*\.js$/, (route) => route.abort());
  await page.goto(baseURL ?? '');
  await page.getByRole('button', { name: 'Help' }).click();
  const dialog = page.getByRole('dialog', { name: 'Help' });
  await expect(dialog).toContainText('The help could not be fetched.');
  await page.unroute(/\/parts-[^/]*\.js$/);
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog).toContainText('Next quotation');
  await context.close();
});
