// Makes a bare Debian 12 with Node 20 ready: installs the packages that are missing and what package-lock.json names.
// Uses nothing but Node itself, and does nothing where everything is there.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, output, root, run } from './commands.mjs';

const page = ['cmake', 'ninja-build', 'emscripten', 'rapidjson-dev'];
const native = ['cmake', 'ninja-build', 'g++', 'libfmt-dev', 'doctest-dev', 'rapidjson-dev'];
const lint = [...native, 'clang-format-14', 'clang-tidy-14'];
const test = [...page, ...lint, 'chromium'];
const packages = { page, native, lint, test };

/** @param {keyof typeof packages} purpose */
export function setUp(purpose) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Failure(`Pressmark needs Node 20 or newer; this is ${process.version}.`);
  }
  installDebianPackages(packages[purpose]);
  installNodePackages();
}

function installDebianPackages(names) {
  const isMissing = (name) =>
    output('dpkg-query', ['--show', '--showformat=${db:Status-Status}', name]) !== 'installed';
  const missing = names.filter(isMissing);
  if (missing.length === 0) return;
  const asRoot = process.getuid?.() === 0 ? ['env'] : ['sudo', '-n', 'env'];
  if (output('apt-get', ['--version']) === null || output(asRoot[0], [...asRoot.slice(1), 'true']) === null) {
    throw new Failure(`Some packages are missing. Run this once, then try again:
  sudo apt-get update && sudo apt-get install --yes ${missing.join(' ')}`);
  }
  const apt = (...args) => {
    run(asRoot[0], [...asRoot.slice(1), 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '--yes', ...args]);
  };
  const install = () => apt('install', '--no-install-recommends', ...missing);
  console.log(`Installing ${missing.join(', ')}`);
  try {
    install();
  } catch {
    apt('update'); // there were no package lists yet, or old ones
    install();
  }
}

// What was installed last is noted beside it.
function installNodePackages() {
  const note = join(root, 'node_modules', '.installed-lock');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(note) && readFileSync(note, 'utf8') === wanted) return;
  console.log('Installing the packages of package-lock.json');
  run('npm', ['ci', '--no-audit', '--no-fund'], { env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' } });
  writeFileSync(note, wanted);
}
