// Which packages the built page holds, and under which terms: licences.json, which the help shows. It is read from what was
// bundled, so no package is forgotten and none is named that is not there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { BundledPackage } from './src/page/help/packages';

/**
 * Plugins for the page and for its workers, which are bundled apart. `others`: folders of packages that come in by another
 * way, as the service worker's do.
 */
export function listLicences(others: string[]): { page: Plugin; worker: Plugin } {
  const folders = new Set(others);
  const collect = (bundle: Parameters<Extract<Plugin['generateBundle'], (...args: never) => unknown>>[1]) => {
    for (const output of Object.values(bundle)) {
      if (output.type !== 'chunk') continue;
      for (const [id, { renderedLength }] of Object.entries(output.modules)) {
        const folder = packageFolder(id);
        if (folder && renderedLength > 0) folders.add(folder);
      }
    }
  };
  return {
    worker: {
      name: 'list-licences-of-workers',
      generateBundle(_, bundle) {
        collect(bundle);
      },
    },
    page: {
      name: 'list-licences',
      apply: 'build',
      generateBundle(_, bundle) {
        collect(bundle);
        const packages = [...folders].map(readPackage).sort((a, b) => a.name.localeCompare(b.name, 'en'));
        this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify(packages) });
      },
    },
  };
}

/** The folder of the package that a module is of; null for the project's own. */
export function packageFolder(id: string): string | null {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? null;
}

/** Throws where a package does not say its licence: then somebody must look before it is passed on. */
export function readPackage(folder: string): BundledPackage {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: unknown;
  };
  if (typeof license !== 'string') throw new Error(`The package ${name} is bundled, and says no licence.`);
  const [file] = readdirSync(folder)
    .filter((path) => /^(licen[cs]e|copying)(\.(md|markdown|txt))?$/i.test(path))
    .sort();
  return { name, version, licence: license, text: file ? readFileSync(join(folder, file), 'utf8').trim() : '' };
}
