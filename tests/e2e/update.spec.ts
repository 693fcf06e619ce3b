// A newer version waits until the reader says so, and takes the typed text along.
import type { AddressInfo } from 'node:net';
import { expect, shortText, test } from './page';
import { serve } from './server.mjs';

test('a new version waits for the reader and keeps the text', async ({ browser }) => {
  let newer = false;
  const server = await serve({
    port: 0,
    base: '/',
    change: (path, bytes) => (newer && path === 'sw.js' ? Buffer.concat([bytes, Buffer.from('\n// newer')]) : bytes),
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await expect(page.getByText('Ready offline')).toBeVisible();
  await page.reload();
  await page.getByRole('textbox', { name: 'Article to analyse' }).fill(shortText);
  await page.getByLabel('Published').fill('2026-03-04');
  await page.getByRole('article', { name: 'Marked text' }).getByText('Engineer', { exact: false }).first().hover();
  await page.getByRole('button', { name: /^Set aside: “Engineer/ }).click();
  await expect(page.getByText('One paragraph set by you.')).toBeVisible();
  const update = page.getByText('A new version is ready');
  await expect(update).toBeHidden();

  newer = true;
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
  await expect(update).toBeVisible();
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reload' }).click()]);
  await expect(page.getByRole('textbox', { name: 'Article to analyse' })).toHaveValue(shortText);
  await expect(page.getByLabel('Published')).toHaveValue('2026-03-04');
  await expect(page.getByRole('article', { name: 'Marked text' })).toContainText('The bridge is safe again');
  await expect(page.locator('.block.chrome.said')).toContainText('Engineer');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.block.chrome')).toHaveCount(0);
  await expect(update).toBeHidden();

  await context.close();
  server.close();
});
