// @ts-check
// The page's importer of HTML, for tests and measurements: what a dropped file or a copied piece becomes, in Chromium.

import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const entry = fileURLToPath(new URL('../../web/src/page/import/html.ts', import.meta.url));

/** A script that makes `importer.readHtml` of a blank page. @returns {Promise<string>} */
export async function bundleImporter() {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'importer' } },
  });
  const [{ output }] = /** @type {import("vite").Rollup.RollupOutput[]} */ (built);
  return `${output[0].code}\nglobalThis.importer = importer;`;
}

/**
 * @param {import("@playwright/test").Page} page  where the script was added
 * @param {string} html @param {'file' | 'clipboard' | 'document'} source
 * @returns {Promise<import("./importer.mjs").Imported>}
 */
export function readHtml(page, html, source) {
  return page.evaluate(
    ([given, kind]) => /** @type {any} */ (globalThis).importer.readHtml(given, kind),
    /** @type {const} */ ([html, source]),
  );
}
