// @ts-check
// Runs HTML through the page's own importer, in Chromium: what a dropped file becomes.

import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';

const importer = fileURLToPath(new URL('../../web/src/page/import/html.ts', import.meta.url));

/** @typedef {import("../../web/src/page/import/imported").Imported} Imported */

/**
 * @param {{id: string, html: string}[]} pages
 * @returns {Promise<Map<string, Imported>>} by id
 */
export async function importPages(pages) {
  const script = await bundle();
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', chromiumSandbox: false });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    /** @type {Map<string, Imported>} */
    const imported = new Map();
    for (const { id, html } of pages) {
      imported.set(
        id,
        await page.evaluate((source) => {
          const { importer } = /** @type {{importer: {readHtml: (html: string, source: string) => Imported}}} */ (
            /** @type {unknown} */ (globalThis)
          );
          return importer.readHtml(source, 'file');
        }, html),
      );
    }
    return imported;
  } finally {
    await browser.close();
  }
}

async function bundle() {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: importer, formats: ['iife'], name: 'importer' } },
  });
  const [{ output }] = /** @type {import("vite").Rollup.RollupOutput[]} */ (built);
  return `${output[0].code}\nglobalThis.importer = importer;`;
}
