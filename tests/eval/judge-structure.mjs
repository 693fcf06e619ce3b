// @ts-check
// Title, byline and date that the program gives where the shared gold has none, against what a person found on the page.
//
//   node tests/eval/judge-structure.mjs [--errors]   scores the program by judged-structure.json
//   node tests/eval/judge-structure.mjs --draw       prints what is given and not judged yet, with the lines around it
//
// judged-structure.json has ids, and of each value either the stretches of the paste that hold it (code points) or the day. `right`:
// the page says it of this article. A value that is not listed, or is listed as wrong, counts as given for nothing.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { canJudge, readLines, said, sharedFile } from './judging.mjs';
import { runProgram } from './program.mjs';

/** @typedef {{ key: string, value: string, spans: [number, number][] }} Given */
/** @typedef {{ id: string, key: string, day?: string, spans?: [number, number][], right: boolean }} Judged */

const root = fileURLToPath(new URL('../../', import.meta.url));
const KEYS = ['title', 'byline', 'published'];
const AROUND = 120;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      draw: { type: 'boolean', default: false },
      errors: { type: 'boolean', default: false },
      program: { type: 'string' },
    },
  });
  if (canJudge()) {
    if (values.draw) draw(values.program);
    else scoreStructure(values);
  }
}

/** Of each article the values given where gold has none. @param {string} [program] */
function givenForNothing(program = join(root, 'build/native/core/cli/pressmark')) {
  const isMeasured = (/** @type {any} */ { id }) => '02468ace'.includes(id.at(-1));
  const pages = [
    ...readLines(sharedFile('structure.articles')).filter(isMeasured),
    ...readLines(sharedFile('structure.metadata')),
  ];
  const requests = pages.map(
    ({ pasted }, i) => `${JSON.stringify({ id: `${i}`, text: pasted, offsets: 'codepoint' })}\n`,
  );
  const analyses = runProgram(program, requests.join(''), ['--offsets', 'codepoint']).trimEnd().split('\n');
  return pages.map((page, i) => {
    const { metadata } = JSON.parse(analyses[i]);
    return { id: page.id, text: [...page.pasted], given: valuesOf(metadata).filter(({ key }) => !page[key]), page };
  });
}

/** @param {any} metadata @returns {Given[]} */
function valuesOf({ title, authors, published }) {
  /** @type {[string, any[]][]} */
  const fields = [
    ['title', title ? [title] : []],
    ['byline', authors],
    ['published', published ? [published] : []],
  ];
  return fields
    .filter(([, parts]) => parts.length > 0)
    .map(([key, parts]) => ({
      key,
      value: parts.map(({ value }) => value).join(', '),
      spans: parts.map(({ start, end }) => /** @type {[number, number]} */ ([start, end])),
    }));
}

/** @returns {Judged[]} */
function readJudged() {
  return JSON.parse(readFileSync(new URL('judged-structure.json', import.meta.url), 'utf8')).values;
}

/** @param {Judged} judged @param {string} id @param {Given} given */
function isSame(judged, id, { key, value, spans }) {
  if (judged.id !== id || judged.key !== key) return false;
  return judged.day ? judged.day === value.slice(0, 10) : JSON.stringify(judged.spans) === JSON.stringify(spans);
}

/** @param {string} [program] */
function draw(program) {
  const judged = readJudged();
  for (const { id, text, given, page } of givenForNothing(program)) {
    for (const one of given.filter((value) => !judged.some((j) => isSame(j, id, value)))) {
      const [start, end] = [one.spans[0][0], one.spans.at(-1)?.[1] ?? 0];
      const where = one.key === 'published' ? { day: one.value.slice(0, 10) } : { spans: one.spans };
      console.log(JSON.stringify({ id, key: one.key, ...where, right: true }));
      console.log(`   ${said(text, start - AROUND, start)}[${said(text, start, end)}]${said(text, end, end + AROUND)}`);
      console.log(`   gold: ${KEYS.map((key) => page[key] ?? '-').join(' | ')}`);
    }
  }
}

/** Prints how much is given for nothing, less what was judged right. @param {{ program?: string, errors?: boolean }} options */
export function scoreStructure({ program, errors = false }) {
  const judged = readJudged();
  const pages = givenForNothing(program);
  for (const key of KEYS) {
    const none = pages.filter(({ page }) => !page[key]).length;
    const values = pages.flatMap(({ id, given }) => given.filter((one) => one.key === key).map((one) => ({ id, one })));
    const wrong = values.filter(({ id, one }) => !judged.some((j) => j.right && isSame(j, id, one)));
    console.log(
      `structure: ${key} given where gold has none: ${values.length} of ${none}; less those judged right: ${wrong.length}`,
    );
    if (errors) for (const { id, one } of wrong) console.log(`   ${id} ${one.value}`);
  }
}
