// Runs programs, and checks: steps that pass or fail and may count what they ran.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export class Failure extends Error {}

/**
 * Runs a program in the project's root and shows what it prints; throws a Failure unless it ends well.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{env?: Record<string, string>, input?: string}} options
 */
export function run(program, args, { env, input = '' } = {}) {
  const stdio = ['pipe', 'inherit', 'inherit'];
  const { status, error } = spawnSync(program, args, { cwd: root, stdio, input, env: environment(env) });
  if (error) throw new Failure(`${program} could not be run: ${error.message}`);
  if (status !== 0) throw new Failure(`"${[program, ...args].join(' ')}" failed.`);
}

/** What a program prints, or null where it fails. */
export function output(program, args) {
  const { status, stdout } = spawnSync(program, args, { cwd: root, encoding: 'utf8', env: environment() });
  return status === 0 ? stdout : null;
}

/** Runs a program that npm installed. */
export function runTool(name, args, options = {}) {
  run(join(root, 'node_modules', '.bin', name), args, options);
}

// npm hands its own configuration down as variables, which tools started from here would complain about.
function environment(more = {}) {
  return { ...process.env, npm_config_loglevel: 'error', ...more };
}

/**
 * Runs checks one after the other up to the first that fails, then prints how many passed and failed. A check is a
 * name and a function; where that gives back {passed, failed} these are counted, else the check counts as one.
 *
 * @param {[string, () => {passed: number, failed: number} | void][]} checks
 * @returns {boolean} whether all passed
 */
export function runChecks(checks) {
  let passed = 0;
  let failed = 0;
  for (const [name, check] of checks) {
    console.log(`\n== ${name}`);
    const begin = Date.now();
    try {
      const counts = check() ?? { passed: 1, failed: 0 };
      passed += counts.passed;
      failed += counts.failed;
      if (counts.failed > 0 || counts.passed === 0) throw new Failure(`${name}: ${JSON.stringify(counts)}`);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      console.error(`\n${name} failed. ${error.message}`);
      failed = Math.max(failed, 1);
      break;
    }
    console.log(`== ${name}: ${((Date.now() - begin) / 1000).toFixed(1)} s`);
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0;
}

/** Runs the body of a command; a Failure becomes one sentence and exit status 1. */
export function command(url, body) {
  if (url !== pathToFileURL(process.argv[1] ?? '').href) return;
  try {
    body();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
