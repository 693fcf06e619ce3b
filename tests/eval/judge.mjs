// @ts-check
// What no gold tells: act, stance, speaker's class and medium of quotations, against what a person found.
//
//   node tests/eval/judge.mjs                 scores the program by judged.json
//   node tests/eval/judge.mjs --draw 100      draws quotations of the shared articles for judging (--seed 1)
//
// judged.json has ids and offsets (code points) of `../shared/eval/dev/quotations.polnear.jsonl` and no text of it:
// of each quotation its content's first and last character, and the values that are right; two where either may pass.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { analyzeShared, drawn, slice, whyNotJudged } from './judging.mjs';

/** @typedef {{ id: string, start: number, end: number, act: string[], stance: string[], class: string[], via: [number, number] | null }} Judged */
const FIELDS = /** @type {const} */ (['act', 'stance', 'class', 'via']);

const { values } = parseArgs({ options: { draw: { type: 'string' }, seed: { type: 'string', default: '1' } } });

const missing = whyNotJudged();
if (missing) console.log(`Nothing is judged: ${missing}.`);
else if (values.draw) draw(analyzeShared('quotations.polnear'), Number(values.draw), Number(values.seed));
else score(analyzeShared('quotations.polnear'));

/** @param {{ text: string[], analysis: any }[]} all @param {number} count @param {number} seed */
function draw(all, count, seed) {
  const quotations = all.flatMap(({ text, analysis }) =>
    analysis.quotations.map((/** @type {any} */ quotation) => ({ id: analysis.id, text, quotation })),
  );
  for (const [i, { id, text, quotation }] of drawn(quotations, count, seed).entries()) {
    const { start, end, cue, speaker, act, via } = quotation;
    const of = (/** @type {any} */ span) => (span ? slice(text, span.start, span.end) : '-');
    console.log(`${i + 1}. ${id} ${start} ${end}\n   ${slice(text, start - 160, end + 160)}`);
    console.log(`   content: ${of(quotation).slice(0, 80)} | cue: ${of(cue)} | speaker: ${of(speaker)}`);
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
