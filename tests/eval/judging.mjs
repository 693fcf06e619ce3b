// @ts-check
// What the judged files share: the articles of ../shared/eval/dev with their analyses, and the drawing by a seed.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './program.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shared = join(root, '../shared/eval/dev');

/** Why nothing can be judged here, or null. */
export function whyNotJudged() {
  return existsSync(shared) ? null : '../shared/eval is not there';
}

/**
 * The articles of a shared file, each with its text in code points and its analysis.
 * @param {string} file @param {string} [program]
 * @returns {{ article: any, text: string[], analysis: any }[]}
 */
export function analyzeShared(file, program = join(root, 'build/native/core/cli/pressmark')) {
  const articles = readFileSync(join(shared, `${file}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const requests = articles.map(({ id, text }) => JSON.stringify({ id, text, clean: true, offsets: 'codepoint' }));
  return runProgram(program, `${requests.join('\n')}\n`)
    .trimEnd()
    .split('\n')
    .map((line, i) => ({ article: articles[i], text: [...articles[i].text], analysis: JSON.parse(line) }));
}

/** Takes `count` of the list, or all, in an order that the seed decides. @template T @param {T[]} list @param {number} count @param {number} seed */
export function drawn(list, count, seed) {
  let state = seed;
  const below = (/** @type {number} */ n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const left = [...list];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(below(left.length), 1)[0]);
}

/** A stretch of the text on one line. @param {string[]} text @param {number} start @param {number} end */
export function slice(text, start, end) {
  return text.slice(Math.max(0, start), end).join('').replaceAll(/\s+/g, ' ');
}
