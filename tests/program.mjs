// The command-line program that was built, and how tests run it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const program = fileURLToPath(new URL('../build/native/core/cli/pressmark', import.meta.url));

/** Runs it to its end; output comes back as text. */
export function pressmark(args, { input = '', ...options } = {}) {
  const run = spawnSync(program, args, { input, maxBuffer: 2 ** 28, ...options });
  if (run.error) throw run.error;
  return { status: run.status, stdout: run.stdout?.toString('utf8'), stderr: run.stderr?.toString('utf8') };
}
