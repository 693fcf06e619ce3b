// Measures throughput, where the time goes, sizes and time to the first analysis, and prints them as tables.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import compromise from 'compromise';
import type { Variant } from '../../wasm/src/variant';
import { builds, fromRoot, places, startEngine } from '../wasm/engines';
import { countWords, generateArticle } from './articles';
import { enoughMs, withSite } from './browser';

const lengths = [100, 800, 5_000, 20_000];
const rounds = 7;

interface Article {
  words: number;
  text: string;
}

/** Analyses a text and gives the milliseconds that it took. */
type Contender = (text: string) => number | Promise<number>;

export async function measure(): Promise<void> {
  const articles = lengths.map((words, seed) => {
    const text = generateArticle({ words, seed });
    return { words: countWords(text), text };
  });
  await withSite(async (site) => {
    const contenders: Record<string, Contender> = {
      native,
      'Node simd': await onNode('simd'),
      'Node scalar': await onNode('scalar'),
      'Chromium simd': (text) => site.analyze('simd', text),
      'Chromium scalar': (text) => site.analyze('scalar', text),
      compromise: timed((text) => {
        const doc = compromise(text);
        doc.people().json();
        doc.places().json();
        doc.organizations().json();
        doc.quotations().json();
      }),
    };
    await printSpeed(articles, contenders);
    printParts();
    await printLoadAndMemory(articles.at(-1)?.text ?? '');
    printSizes();
    const times = [];
    for (let round = 0; round < rounds; ++round) times.push(await site.firstAnalysis());
    console.log(
      `\nWarm page load to the first analysis: ${least(times)} ms at best, ${median(times)} ms in the middle of ${rounds}.`,
    );
  });
}

async function printSpeed(articles: Article[], contenders: Record<string, Contender>): Promise<void> {
  // In turns, so that a noisy moment of the machine hits all alike.
  const best = new Map<string, number>();
  for (let round = 0; round < rounds; ++round) {
    for (const [name, run] of Object.entries(contenders)) {
      for (const { words, text } of articles) {
        const key = `${name} ${words}`;
        best.set(key, Math.min(best.get(key) ?? Infinity, await run(text)));
      }
    }
  }
  const rate = (name: string, words: number) => words / ((best.get(`${name} ${words}`) ?? Infinity) / 1000);
  console.log(`\nWords a second, best of ${rounds} rounds; in brackets times as fast as compromise.\n`);
  printTable([
    ['', ...articles.map(({ words }) => `${words} words`)],
    ...Object.keys(contenders).map((name) => [
      name,
      ...articles.map(({ words }) => {
        const ratio = rate(name, words) / rate('compromise', words);
        return `${Math.round(rate(name, words)).toLocaleString('en')} [${ratio.toFixed(1)}]`;
      }),
    ]),
  ]);
}

// The program starts anew for each measurement; so it answers two batches, and what is more in the longer counts.
function native(text: string): number {
  const line = `${JSON.stringify({ id: '', text })}\n`;
  const copies = Math.max(2, Math.ceil(2_000_000 / text.length));
  const batch = (count: number): number => {
    const begin = performance.now();
    const { status } = spawnSync(fromRoot('build/native/core/cli/pressmark'), ['analyze', '--jsonl'], {
      input: line.repeat(count),
      maxBuffer: 2 ** 30,
    });
    if (status !== 0) throw new Error('The command line failed.');
    return performance.now() - begin;
  };
  return (batch(copies + 1) - batch(1)) / copies;
}

// A new instance each time: memory only ever grows.
async function printLoadAndMemory(text: string): Promise<void> {
  const times = [];
  const placesTimes = [];
  let heap = 0;
  let heapWithPlaces = 0;
  const placesFile = places();
  for (let round = 0; round < rounds; ++round) {
    const begin = performance.now();
    const engine = await startEngine('simd');
    times.push(performance.now() - begin);
    engine.analyze({ id: '', text });
    heap = engine.heapBytes;
    const placesBegin = performance.now();
    engine.loadPlaces(placesFile);
    placesTimes.push(performance.now() - placesBegin);
    heapWithPlaces = engine.heapBytes;
  }
  console.log(
    `\nNode simd: module and model ready in ${least(times)} ms at best, ${median(times)} ms in the middle of ${rounds}; ` +
      `memory after the longest article ${(heap / 2 ** 20).toFixed(1)} MiB. ` +
      `Places loaded in ${least(placesTimes)} ms at best, ${median(placesTimes)} ms in the middle; ` +
      `memory then ${(heapWithPlaces / 2 ** 20).toFixed(1)} MiB.`,
  );
}

async function onNode(variant: Variant): Promise<Contender> {
  const engine = await startEngine(variant);
  return timed((text) => engine.analyze({ id: '', text }));
}

function timed(run: (text: string) => unknown): Contender {
  return (text) => {
    const begin = performance.now();
    let runs = 0;
    do {
      run(text);
      ++runs;
    } while (performance.now() - begin < enoughMs);
    return (performance.now() - begin) / runs;
  };
}

/** Where the time goes: the passes, and the tagger part by part, of one text. */
function printParts(): void {
  const text = fromRoot('build/bench.txt');
  const model = fromRoot('core/model/en.pmk');
  writeFileSync(text, generateArticle({ words: 5_000, seed: 2 }));
  console.log('\nMilliseconds a pass, 5,000 words, native.\n');
  const passes = output(fromRoot('build/native/tests/bench/stages_bench'), [
    model,
    fromRoot('core/model/places.pmp'),
    text,
  ])
    .trimEnd()
    .split('\n');
  printTable(passes.map((line) => line.split('\t')));
  console.log('\nThe tagger, native.\n');
  console.log(output(fromRoot('build/native/tests/bench/encoder_bench'), [model, text]));
  for (const [variant, { folder }] of Object.entries(builds)) {
    console.log(`The tagger, Node ${variant}.\n`);
    const module = fromRoot(`${folder}/tests/bench/encoder_bench.mjs`);
    console.log(output(process.execPath, [fromRoot('tests/bench/encoder.mjs'), module, model, text]));
  }
}

function output(program: string, args: string[]): string {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (status !== 0) throw new Error(`${program} failed.`);
  return stdout;
}

function printSizes(): void {
  const assets = fromRoot('dist/assets');
  const files = readdirSync(assets, { encoding: 'utf8', recursive: true }).filter((name) =>
    /\.(wasm|js|pmk|pmp|css)$/.test(name),
  );
  console.log('\nSizes of what the page loads, bytes. A browser takes one of the two modules.\n');
  printTable([
    ['', 'raw', 'brotli'],
    ...files.sort().map((name) => {
      const bytes = readFileSync(join(assets, name));
      const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
      return [name, bytes.length.toLocaleString('en'), packed.length.toLocaleString('en')];
    }),
  ]);
}

function printTable(rows: string[][]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    console.log(
      row.map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0))).join('  '),
    );
  }
}

function least(values: number[]): string {
  return Math.min(...values).toFixed(0);
}

function median(values: number[]): string {
  return ([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(0);
}
