// `npm test`: builds everything and runs every test. The last line counts them.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildModules, buildNative, buildPage, buildSanitized } from './build.mjs';
import { command, Failure, root, run, runChecks, runTool } from './commands.mjs';
import { lintChecks } from './lint.mjs';
import { setUp } from './setup.mjs';

const checks = [
  ['native build', buildNative],
  ['C++ tests', () => runCtest('build/native')],
  ['build with sanitizers', buildSanitized],
  ['C++ tests under the address and undefined-behaviour sanitizers', () => runCtest('build/sanitized')],
  ['WebAssembly modules', buildModules],
  ['tests on Node: command line, module, client, schema, page', runVitest],
  ['own gold against its floors', () => run('node', ['tests/eval/eval.mjs', '--own'])],
  ['page', buildPage],
  ['tests in Chromium', runPlaywright],
  ...lintChecks({ quick: true }),
];

// Each runner writes its counts into a file of its own. It is removed before, so that no old one is read.
const reports = join(root, 'build', 'reports');

function report(name) {
  mkdirSync(reports, { recursive: true });
  const path = join(reports, name);
  rmSync(path, { force: true });
  return path;
}

// Runs to the end even where tests fail, so that their number is known.
function count(runTests, path, read) {
  let failure;
  try {
    runTests();
  } catch (error) {
    failure = error;
  }
  let counts;
  try {
    counts = read(readFileSync(path, 'utf8'));
  } catch (error) {
    throw failure ?? new Failure(`${path} cannot be read: ${error.message}`);
  }
  if (failure && counts.failed === 0) throw failure;
  return counts;
}

function runCtest(folder) {
  const path = report(`${folder.replace('/', '-')}.xml`);
  const args = [
    '--test-dir',
    folder,
    '--no-tests=error',
    '--output-on-failure',
    '--progress',
    '-j2',
    '--output-junit',
    path,
  ];
  return count(
    () => run('ctest', args),
    path,
    (xml) => {
      const number = (name) => Number(new RegExp(`<testsuite[^>]*\\s${name}="(\\d+)"`).exec(xml)[1]);
      const failed = number('failures') + number('disabled') + number('skipped');
      return { passed: number('tests') - failed, failed };
    },
  );
}

function runVitest() {
  const path = report('vitest.json');
  return count(
    () => runTool('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${path}`]),
    path,
    (json) => {
      const { numPassedTests, numTotalTests } = JSON.parse(json);
      return { passed: numPassedTests, failed: numTotalTests - numPassedTests };
    },
  );
}

function runPlaywright() {
  const path = report('playwright.json');
  return count(
    () => runTool('playwright', ['test', '--reporter=dot,json'], { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: path } }),
    path,
    (json) => {
      const { expected, unexpected, flaky, skipped } = JSON.parse(json).stats;
      return { passed: expected, failed: unexpected + flaky + skipped };
    },
  );
}

command(import.meta.url, () => {
  setUp('test');
  if (!runChecks(checks)) process.exitCode = 1;
});
