// @ts-check
// What no gold tells: act, stance, speaker's class and medium of quotations, against what a person found.
//
//   node tests/eval/judge.mjs                 scores the program by judged.json
//   node tests/eval/judge.mjs --draw 100      draws quotations of the shared articles for judging (--seed 1)
//
// judged.json has ids and offsets (code points) of `../shared/eval/dev/quotations.polnear.jsonl` and no text of it:
// of each quotation its content's first and last character, and the values that are right; two where either may pass.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runProgram } from './program.mjs';

/** @typedef {{ id: string, start: number, end: number, act: string[], stance: string[], class: string[], via: [number, number] | null }} Judged */
const FIELDS = /** @type {const} */ (['act', 'stance', 'class', 'via']);

const root = fileURLToPath(new URL('../../', import.meta.url));
const gold = join(root, '../shared/eval/dev/quotations.polnear.jsonl');
const { values } = parseArgs({ options: { draw: { type: 'string' }, seed: { type: 'string', default: '1' } } });

if (!existsSync(gold)) console.log('Nothing is judged: ../shared/eval is not there.');
else if (values.draw) draw(analyses(), Number(values.draw), Number(values.seed));
else score(analyses());

/** @returns {{ text: string[], analysis: any }[]} */
function analyses() {
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

/** @param {{ text: string[], analysis: any }[]} all @param {number} count @param {number} seed */
function draw(all, count, seed) {
  let state = seed;
  const below = (/** @type {number} */ n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const quotations = all.flatMap(({ text, analysis }) =>
    analysis.quotations.map((/** @type {any} */ quotation) => ({ id: analysis.id, text, quotation })),
  );
  for (let i = 0; i < Math.min(count, quotations.length); ++i) {
    const [{ id, text, quotation }] = quotations.splice(below(quotations.length), 1);
    const { start, end, cue, speaker, act, via } = quotation;
    const of = (/** @type {any} */ span) => (span ? text.slice(span.start, span.end).join('') : '-');
    const around = text.slice(Math.max(0, start - 160), end + 160).join('');
    console.log(`${i + 1}. ${id} ${start} ${end}\n   ${around.replaceAll(/\s+/g, ' ')}`);
    console.log(
      `   content: ${of(quotation).replaceAll(/\s+/g, ' ').slice(0, 80)} | cue: ${of(cue)} | speaker: ${of(speaker)}`,
    );
    console.log(`   act ${act} | stance ${cue?.stance} | class ${speaker?.class} | via ${of(via)}`);
  }
}

/** @param {{ text: string[], analysis: any }[]} all */
function score(all) {
  /** @type {Judged[]} */
  const judged = JSON.parse(readFileSync(new URL('judged.json', import.meta.url), 'utf8')).quotations;
  const byId = new Map(all.map(({ analysis }) => [analysis.id, analysis]));
  const right = { act: 0, stance: 0, class: 0, via: 0 };
  let found = 0;
  for (const one of judged) {
    const shared = (/** @type {any} */ q) => Math.max(0, Math.min(q.end, one.end) - Math.max(q.start, one.start));
    const quotation = byId
      .get(one.id)
      ?.quotations.find(
        (/** @type {any} */ q) => shared(q) >= 0.5 * (Math.max(q.end, one.end) - Math.min(q.start, one.start)),
      );
    if (!quotation) continue;
    ++found;
    const { act, cue, speaker, via } = quotation;
    right.act += Number(one.act.includes(act));
    right.stance += Number(one.stance.includes(cue?.stance ?? 'neutral'));
    right.class += Number(one.class.includes(speaker?.class ?? 'none'));
    const expected = one.via ?? [undefined, undefined];
    right.via += Number(expected[0] === via?.start && expected[1] === via?.end);
  }
  console.log(`${found} of ${judged.length} judged quotations are found; of these right:`);
  for (const field of FIELDS) console.log(`  ${field.padEnd(7)}${((100 * right[field]) / found).toFixed(1)} %`);
}
