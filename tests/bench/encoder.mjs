// Runs encoder.cc's WebAssembly build: node tests/bench/encoder.mjs MODULE.mjs MODEL TEXT
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [path, model, text] = process.argv.slice(2);
const { default: create } = await import(pathToFileURL(resolve(path)).href);
const module = await create({ wasmBinary: readFileSync(path.replace(/mjs$/, 'wasm')) });
process.stdout.write(module.measure(readFileSync(model), readFileSync(text)));
process.stdout.write(`linear memory ${(module.HEAPU8.length / 2 ** 20).toFixed(1)} MiB\n`);
