// A runner that cannot fail proves nothing: so failures are planted in it.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const commands = new URL('../../.ci/commands.mjs', import.meta.url).href;

function runChecks(checks) {
  const script = `import { Failure, run, runChecks } from '${commands}'; process.exitCode = runChecks([${checks}]) ? 0 : 1;`;
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  return { status, lastLine: stdout.trimEnd().split('\n').at(-1), stdout };
}

test('counts what passed', () => {
  const { status, lastLine } = runChecks(`['a', () => {}], ['b', () => ({ passed: 7, failed: 0 })]`);
  expect({ status, lastLine }).toEqual({ status: 0, lastLine: '8 passed, 0 failed' });
});

test.each([
  ['a program that fails', `() => run('false', [])`],
  ['a program that is not there', `() => run('no-such-program', [])`],
  ['a program that is killed', `() => run('sh', ['-c', 'kill -9 $$'])`],
  ['a check that throws', `() => { throw new Failure('Planted.'); }`],
  ['a runner that ran nothing', `() => ({ passed: 0, failed: 0 })`],
])('%s fails the run and ends it', (_, check) => {
  const { status, lastLine, stdout } = runChecks(`['a', () => {}], ['b', ${check}], ['c', () => {}]`);
  expect({ status, lastLine }).toEqual({ status: 1, lastLine: '1 passed, 1 failed' });
  expect(stdout).not.toContain('== c');
});

test('failures that a runner counted are counted', () => {
  const { status, lastLine } = runChecks(`['a', () => ({ passed: 5, failed: 2 })], ['b', () => {}]`);
  expect({ status, lastLine }).toEqual({ status: 1, lastLine: '5 passed, 2 failed' });
});
