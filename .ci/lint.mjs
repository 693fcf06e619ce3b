// `npm run lint`: form and habits, checked by tools.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildNative } from './build.mjs';
import { command, root, run, runChecks, runTool } from './commands.mjs';
import { setUp } from './setup.mjs';

/**
 * Needs the native build, which tells clang-tidy how each file is compiled. `quick`: without the static analyzer, which
 * takes two thirds of the time; `npm test` runs the same code under sanitizers.
 */
export const lintChecks = ({ quick = false } = {}) => [
  ['clang-format', () => run('clang-format-14', ['--dry-run', '-Werror', ...sources('.cc', '.h')])],
  [quick ? 'clang-tidy without the static analyzer' : 'clang-tidy', () => tidy(quick)],
  ['Prettier', () => runTool('prettier', ['--check', '.'])],
  ...['tsconfig.json', ...sources('tsconfig.json')].map((project) => [
    `types: ${project}`,
    () => runTool('tsc', ['--project', project]),
  ]),
  ['svelte-check', () => runTool('svelte-check', ['--tsconfig', 'web/src/page/tsconfig.json', '--fail-on-warnings'])],
  ['ESLint', () => runTool('eslint', ['--max-warnings', '0', '.'])],
];

// The project's own files with these endings, in a fixed order. Not by git: a downloaded archive has none.
function sources(...endings) {
  const folders = ['core', 'tests', 'wasm', 'web'];
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((path) => join(folder, path)),
  );
  return paths.filter((path) => endings.some((ending) => path.endsWith(ending))).sort();
}

// A file whose code and headers were clean is not looked at again: that is what makes this bearable. What the whole lint found
// clean is noted in the project, so that a fresh checkout need not look again, either; any other file is looked at.
const noted = join(root, '.ci', 'tidied.json');

function tidy(quick) {
  const clean = join(root, 'build', quick ? 'tidy-quick' : 'tidy');
  mkdirSync(clean, { recursive: true });
  const commands = JSON.parse(readFileSync(join(root, 'build/native/compile_commands.json'), 'utf8'));
  const shared = ['.clang-tidy', ...sources('.h')].map((path) => readFileSync(join(root, path), 'utf8'));
  const files = commands
    .map(({ file }) => relative(root, file))
    .filter((path) => path.startsWith('core/'))
    .map((path) => {
      const hash = createHash('sha256').update([...shared, readFileSync(join(root, path), 'utf8')].join('\0'));
      return { path, hash: hash.digest('hex').slice(0, 16) };
    });
  const known = quick && existsSync(noted) ? JSON.parse(readFileSync(noted, 'utf8')) : {};
  const stampOf = ({ path, hash }) => join(clean, `${path.replaceAll('/', '_')}.${hash}`);
  const due = files.filter((file) => known[file.path] !== file.hash && !existsSync(stampOf(file)));
  console.log(`${due.length} files to check`);
  const checks = quick ? "--checks='-clang-analyzer-*'" : '';
  const each = `clang-tidy-14 --quiet -p build/native ${checks} "$0" && touch "$1"`;
  const input = due.map((file) => `${file.path}\n${stampOf(file)}\n`).join('');
  run('xargs', ['--no-run-if-empty', '-P', '2', '-n', '2', 'sh', '-c', each], { input });
  if (quick) return;
  const hashes = files.map(({ path, hash }) => [path, hash]).sort(([a], [b]) => (a < b ? -1 : 1));
  const note = { made_by: 'npm run lint', ...Object.fromEntries(hashes) };
  writeFileSync(noted, `${JSON.stringify(note, null, 2)}\n`);
}

command(import.meta.url, () => {
  setUp('lint');
  buildNative();
  if (!runChecks(lintChecks())) process.exitCode = 1;
});
