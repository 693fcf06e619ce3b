// `npm run bench`: see README.md. The measuring itself is TypeScript, like what it measures; Vite runs it.
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { buildBenchmarks, buildModules, buildNative, buildPage } from '../../.ci/build.mjs';
import { root } from '../../.ci/commands.mjs';
import { setUp } from '../../.ci/setup.mjs';

setUp('test');
buildNative();
buildModules();
buildBenchmarks();
buildPage();
const { module } = await runnerImport(join(root, 'tests/bench/measure.ts'));
await module.measure();
