// `npm run build`: the static site in dist/. Also the builds that the other commands start from; each does again only
// what has changed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { command, root, run, runTool } from './commands.mjs';
import { setUp } from './setup.mjs';

export function buildNative() {
  cmake('build/native');
}

/** The tests with sanitizers, and with assertions. */
export function buildSanitized() {
  cmake('build/sanitized', ['-DPRESSMARK_SANITIZE=ON', '-DCMAKE_BUILD_TYPE=None', '-DCMAKE_CXX_FLAGS=-O1 -g']);
}

export function buildModules() {
  cmake('build/wasm', [], ['emcmake']);
  cmake('build/wasm-scalar', ['-DPRESSMARK_SIMD=OFF'], ['emcmake']);
}

export function buildPage() {
  runTool('vite', ['build']);
}

function cmake(folder, options = [], wrapper = []) {
  if (!existsSync(join(root, folder, 'build.ninja'))) {
    const [program, ...args] = [...wrapper, 'cmake', '-S', '.', '-B', folder, '-G', 'Ninja', ...options];
    run(program, args);
  }
  run('cmake', ['--build', folder]);
}

command(import.meta.url, () => {
  setUp('page');
  buildModules();
  buildPage();
});
