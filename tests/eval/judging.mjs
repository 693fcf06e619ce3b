// @ts-check
// What judging by hand has in common: the shared articles with their analyses, and the drawing with a seed.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './program.mjs';

/**
 * Text is an array of code points, because the offsets of the shared articles and of what is judged count these.
 * @typedef {{ id: string, text: string[], attributions: { source: [number, number][] }[] }} Article
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
/** A development file of ../shared/eval. @param {string} name */
export const sharedFile = (name) => join(root, '../shared/eval/dev', `${name}.jsonl`);
export const quotationGold = sharedFile('quotations.polnear');

/** Is there anything to judge? Says so where not. */
export function canJudge() {
  if (existsSync(quotationGold)) return true;
  console.log('Nothing is judged: ../shared/eval is not there.');
  return false;
}

/** @param {string} file  JSON Lines @returns {any[]} */
export const readLines = (file) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** @param {string} file @returns {Article[]} */
export const readArticles = (file) => readLines(file).map((article) => ({ ...article, text: [...article.text] }));

/**
 * The native program's analyses, in the articles' order.
 * @param {Article[]} articles @param {string} [program] @returns {any[]}
 */
export function analyze(articles, program = join(root, 'build/native/core/cli/pressmark')) {
  const requests = articles.map(({ id, text }) =>
    JSON.stringify({ id, text: text.join(''), clean: true, offsets: 'codepoint' }),
  );
  const lines = runProgram(program, `${requests.join('\n')}\n`);
  return lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** All items in an order that the seed decides. @template T @param {T[]} items @param {number} seed @returns {Generator<T>} */
export function* drawn(items, seed) {
  const left = [...items];
  for (let state = seed; left.length > 0;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield left.splice(Math.floor((state / 2 ** 32) * left.length), 1)[0];
  }
}

/** The words of a stretch of text, in one line. @param {string[]} text @param {number} start @param {number} end */
export const said = (text, start, end) => text.slice(Math.max(0, start), end).join('').replaceAll(/\s+/g, ' ');
