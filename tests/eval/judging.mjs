// @ts-check
// What the judges share: the shared articles as the program reads them, and a draw that is the same for the same seed.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './program.mjs';

/** An article, its text as code points, which is how judged offsets count. @typedef {{ text: string[], analysis: any }} Read */

const root = fileURLToPath(new URL('../../', import.meta.url));
const gold = join(root, '../shared/eval/dev/quotations.polnear.jsonl');

/** The program's analyses of PolNeAR's development articles; null where they are not there. @returns {Read[] | null} */
export function readShared() {
  if (!existsSync(gold)) return null;
  const articles = readFileSync(gold, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const requests = articles.map(({ id, text }) => JSON.stringify({ id, text, clean: true, offsets: 'codepoint' }));
  const lines = runProgram(join(root, 'build/native/core/cli/pressmark'), `${requests.join('\n')}\n`);
  return lines
    .trimEnd()
    .split('\n')
    .map((line, i) => ({ text: [...articles[i].text], analysis: JSON.parse(line) }));
}

/**
 * The rows in an order that the seed alone decides, each when it is asked for.
 * @template Row @param {Row[]} rows @param {number} seed @returns {Generator<Row>}
 */
export function* shuffled(rows, seed) {
  const left = [...rows];
  let state = seed;
  while (left.length > 0) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield left.splice(Math.floor((state / 2 ** 32) * left.length), 1)[0];
  }
}

/** Words of a text on one line. @param {string[]} text @param {number} start @param {number} end */
export function oneLine(text, start, end) {
  return text.slice(Math.max(0, start), end).join('').replaceAll(/\s+/g, ' ');
}
