import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { packageFolder, readPackage } from '../../web/licences';

const folders: string[] = [];

// A package that holds these files.
function packageWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

test('the package of a module is the innermost folder of node_modules, with its scope', () => {
  expect(packageFolder('/a/node_modules/marked/lib/marked.js')).toBe('/a/node_modules/marked');
  expect(packageFolder('/a/node_modules/@xmldom/xmldom/lib/dom.js')).toBe('/a/node_modules/@xmldom/xmldom');
  expect(packageFolder('/a/node_modules/x/node_modules/y/z.js?commonjs')).toBe('/a/node_modules/x/node_modules/y');
  expect(packageFolder('\0/a/node_modules/lop/index.js?commonjs-module')).toBe('/a/node_modules/lop');
});

test('what is the project’s own is of no package', () => {
  expect(packageFolder('/a/web/src/page/main.ts')).toBeNull();
  expect(packageFolder('\0vite/preload-helper.js')).toBeNull();
});

test('a package is read with its licence', () => {
  const folder = packageWith({
    'package.json': JSON.stringify({ name: 'ship', version: '1.2.3', license: 'MIT' }),
    LICENSE: 'Copyright 2026 Ada Holt\n',
    'LICENSE-OTHER': 'Another choice',
    'license.js': 'code',
  });
  expect(readPackage(folder)).toEqual({
    name: 'ship',
    version: '1.2.3',
    licence: 'MIT',
    text: 'Copyright 2026 Ada Holt',
  });
});

test('a package without a file of its licence is named all the same', () => {
  const folder = packageWith({ 'package.json': JSON.stringify({ name: 'ship', version: '1.0.0', license: 'ISC' }) });
  expect(readPackage(folder)).toMatchObject({ licence: 'ISC', text: '' });
});

test('a package that says no licence stops the build', () => {
  const folder = packageWith({ 'package.json': JSON.stringify({ name: 'ship', version: '1.0.0' }) });
  expect(() => readPackage(folder)).toThrow('The package ship is bundled, and says no licence.');
});
