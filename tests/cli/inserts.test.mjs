// A link, an advertisement or a box that a site puts between two paragraphs ends no article.
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { readGoldFolder } from '../eval/gold.mjs';
import { pressmark } from '../program.mjs';

const folder = fileURLToPath(new URL('../eval/gold', import.meta.url));
const pastes = readGoldFolder(folder);

const INSERTS = [
  'READ MORE: Islanders stock up as strike looms',
  'Related: How the night shift changes a body',
  'Advertisement',
  'Also read: Five things we learned from the first debate',
  'Sign up for our newsletter and get the news every morning',
  'Most read\n\nFive things we learned from the first debate\n\nIslanders stock up as strike looms',
];

/** The paragraphs that are kept as body, in one string each. */
function bodies(texts) {
  const lines = texts.map((text, i) => `${JSON.stringify({ id: `${i}`, text, offsets: 'utf16' })}\n`).join('');
  const run = pressmark(['analyze', '--jsonl', '--offsets', 'utf16'], { input: lines });
  return run.stdout
    .trimEnd()
    .split('\n')
    .map((line, i) =>
      JSON.parse(line)
        .blocks.filter(({ kind }) => ['body', 'list', 'section', 'pull_quote'].includes(kind))
        .map(({ start, end }) => texts[i].slice(start, end)),
    );
}

test('the paragraphs behind it stay', () => {
  const whole = bodies(pastes.map(({ text }) => text));
  let lost = 0;
  let all = 0;
  let kept = 0;
  for (const insert of INSERTS) {
    const places = pastes.map(({ text }, i) => {
      const long = whole[i].filter((paragraph) => paragraph.length > 80);
      return text.indexOf(long[Math.floor(long.length / 2)]);
    });
    const torn = pastes.map(({ text }, i) => `${text.slice(0, places[i])}${insert}\n\n${text.slice(places[i])}`);
    for (const [i, left] of bodies(torn).entries()) {
      const gone = whole[i].filter((paragraph) => !left.includes(paragraph));
      lost += gone.length;
      all += whole[i].length;
      kept += insert.split('\n\n').filter((line) => left.includes(line)).length;
    }
  }
  console.log(`inserts: ${lost} of ${all} paragraphs lost, ${kept} inserted lines kept`);
  expect(all).toBeGreaterThan(500);
  expect(lost / all).toBeLessThan(0.015);
});
