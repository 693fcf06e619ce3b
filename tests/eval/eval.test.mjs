// @ts-check
// The measuring itself, from the program's output to the exit status, with programs that answer from the gold.

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { gold, perfect, perturbed, wholeTextSpeakers } from './fake-analyses.mjs';
import { fallenBelow, raised } from './floors.mjs';
import { listErrors, measure } from './measure.mjs';
import { measureShared } from './shared.mjs';

/** @param {(article: import("./gold.mjs").GoldArticle) => import("./score.mjs").Analysis} analyze @returns {import("./score.mjs").Pair[]} */
const pairsOf = (analyze) => gold.map((article) => [article, analyze(article)]);

describe('measure', () => {
  test('gives 100 for the gold fed back, and lists no error', () => {
    const figures = measure(pairsOf(perfect));
    expect(Object.entries(figures).filter(([, figure]) => figure < 99.999)).toEqual([]);
    expect(listErrors(pairsOf(perfect))).toEqual([]);
  });

  test('gives 0 for a whole text as every speaker', () => {
    const figures = measure(pairsOf(wholeTextSpeakers));
    for (const name of [
      'quotations all speaker',
      'quotations all content and speaker',
      'marks end-to-end F1',
      'single marks end-to-end F1',
    ]) {
      const unattributed = name.startsWith('quotations') ? 0 : 2;
      expect(figures[name], name).toBeLessThanOrEqual(unattributed);
    }
    expect(figures['quotations all content F1']).toBeCloseTo(100);
  });

  test('gives 0 for analyses that failed', () => {
    const figures = measure(pairsOf(({ id }) => ({ id })));
    expect(Object.values(figures).every((figure) => figure === 0)).toBe(true);
  });

  test('every planted kind of error costs something and is listed', () => {
    const figures = measure(pairsOf(perturbed));
    expect(Object.entries(figures).filter(([, figure]) => figure > 99.9)).toEqual([]);
    const kinds = new Set(listErrors(pairsOf(perturbed)).map((line) => line.split(' | ')[0].split(' ')[0]));
    expect([...kinds].sort()).toEqual(['KIND', 'MARKS', 'MISSED', 'SPEAKER', 'SPURIOUS']);
  });
});

describe('floors', () => {
  test('a figure below its floor is named, one at its floor is not', () => {
    expect(fallenBelow({ a: 71.26, b: 50.0 }, { a: 71.2, b: 50.1 })).toEqual(['b: 50.0 is below its floor of 50.1']);
  });

  test('a floor without its figure is named', () => {
    expect(fallenBelow({}, { a: 10 })).toEqual(['a: has a floor of 10.0 but is not measured any longer']);
  });

  test('only ever rise, by whole tenths rounded down', () => {
    expect(raised({ a: 60, b: 71.29, c: 3 }, { a: 65, b: 70 })).toEqual({ a: 65, b: 71.2, c: 3 });
  });
});

test('a missing shared evaluation is said in one line, and no program is asked', () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  measureShared({ shared: '/nowhere', program: '/nowhere/program', work: '/nowhere/work', errors: 0 });
  expect(log.mock.calls).toEqual([['The shared evaluation is left out: /nowhere is not there.']]);
  log.mockRestore();
});

describe('eval.mjs --own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-eval-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const evalProgram = fileURLToPath(new URL('eval.mjs', import.meta.url));
  const floors = join(folder, 'floors.json');

  /** Writes a program that answers each request by a function of fake-analyses.mjs. @param {string} answer */
  function fakeProgram(answer) {
    const file = join(folder, answer);
    const source = `
      import { gold, ${answer} } from ${JSON.stringify(new URL('fake-analyses.mjs', import.meta.url).href)};
      import { readFileSync } from "node:fs";
      for (const line of readFileSync(0, "utf8").split("\\n").filter(Boolean)) {
        const request = JSON.parse(line);
        const article = gold.find(({ id, text }) => id === request.id && text === request.text);
        console.log(JSON.stringify(${answer}(article)));
      }`;
    writeFileSync(`${file}.mjs`, source);
    writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' '${file}.mjs' "$@"\n`);
    chmodSync(file, 0o755);
    return file;
  }

  /** @param {string[]} args */
  const run = (...args) =>
    spawnSync(process.execPath, [evalProgram, '--own', '--floors', floors, ...args], { encoding: 'utf8' });

  test('is green at its floors, red with the name of what fell, and never lowers a floor', () => {
    writeFileSync(floors, '{}');
    const good = fakeProgram('perfect');
    const worse = fakeProgram('perturbed');
    expect(run('--program', good, '--update-floors').status).toBe(0);
    const reached = readFileSync(floors, 'utf8');
    expect(JSON.parse(reached)['marks end-to-end F1']).toBe(100);
    const red = run('--program', worse, '--update-floors');
    expect(red.status).toBe(1);
    expect(red.stderr).toMatch(/^FELL entities PERSON F1: \d+\.\d is below its floor of 100\.0$/m);
    expect(readFileSync(floors, 'utf8')).toBe(reached);
  });

  test('says what is wrong with a program that is not there, and with wrong usage', () => {
    const missing = run('--program', join(folder, 'nothing'));
    expect(missing.status).toBe(1);
    expect(missing.stderr).toContain('is it built?');
    expect(run('--colour').status).toBe(2);
  });
});
