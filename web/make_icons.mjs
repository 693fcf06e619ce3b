// Draws the PNG icons of web/public/ from icon.svg, in Debian's Chromium: `node web/make_icons.mjs`, after a change of it.
// A maskable icon fills its square and keeps the sign within the middle, as systems cut its corners as they like.
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';

const folder = new URL('public/', import.meta.url);
const svg = await readFile(new URL('icon.svg', folder), 'utf8');
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', chromiumSandbox: false });

async function draw(name, size, source) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.goto(
    `data:image/svg+xml,${encodeURIComponent(source.replace('<svg', `<svg width="${size}" height="${size}"`))}`,
  );
  await page.screenshot({ path: new URL(name, folder).pathname, omitBackground: true });
  await page.close();
}

await draw('icon-192.png', 192, svg);
await draw('icon-512.png', 512, svg);
await draw(
  'icon-maskable-512.png',
  512,
  svg
    .replace('rx="7"', '')
    .replace('0 0 32 32', '-5 -5 42 42')
    .replace('<rect', '<rect x="-5" y="-5"')
    .replaceAll(/(<rect[^>]*) width="32" height="32"/g, '$1 width="42" height="42"'),
);
await browser.close();
