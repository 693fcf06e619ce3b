// `npm run build`: the static site in dist/. Also the builds that the other commands start from; each does again only
// what has changed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { command, root, run, runTool } from './commands.mjs';
import { setUp } from './setup.mjs';

export function buildNative() {
  cmake('build/native');
}

/** The tests with sanitizers and assertions; without optimisation, which would take three times as long to compile. */
export function buildSanitized() {
  cmake('build/sanitized', {
    options: ['-DPRESSMARK_SANITIZE=ON', '-DCMAKE_BUILD_TYPE=None', '-DCMAKE_CXX_FLAGS=-g1'],
    target: 'tests/all',
  });
}

export function buildModules() {
  cmake('build/wasm', { wrapper: ['emcmake'] });
  cmake('build/wasm-scalar', { wrapper: ['emcmake'], options: ['-DPRESSMARK_SIMD=OFF'] });
}

/** What `npm run bench` measures beside; after buildNative and buildModules. */
export function buildBenchmarks() {
  for (const folder of ['build/native', 'build/wasm', 'build/wasm-scalar']) cmake(folder, { target: 'benchmarks' });
}

export function buildPage() {
  runTool('vite', ['build']);
}

function cmake(folder, { wrapper = [], options = [], target = 'all' } = {}) {
  if (!existsSync(join(root, folder, 'build.ninja'))) {
    const [program, ...args] = [...wrapper, 'cmake', '-S', '.', '-B', folder, '-G', 'Ninja', ...options];
    run(program, args);
  }
  run('cmake', ['--build', folder, '--target', target]);
}

command(import.meta.url, () => {
  setUp('page');
  buildModules();
  buildPage();
});
