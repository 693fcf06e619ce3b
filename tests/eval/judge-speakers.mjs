// @ts-check
// Speakers that are pronouns, against whom a person found that they mean.
//
//   node tests/eval/judge-speakers.mjs [--errors 50]   scores the program by judged-speakers.json; `npm run eval` does so, too
//   node tests/eval/judge-speakers.mjs --draw 100      draws pronouns of the shared articles for judging (--seed 1)

import { parseArgs } from 'node:util';
import { analyze, canJudge, drawn, quotationGold, readArticles, said } from './judging.mjs';
import { pronounSpeakers, readJudged, reportSpeakers } from './score-speakers.mjs';

const MOST_OF_AN_ARTICLE = 4;

const { values } = parseArgs({
  options: {
    draw: { type: 'string' },
    seed: { type: 'string', default: '1' },
    errors: { type: 'string', default: '0' },
  },
});

if (canJudge()) {
  const articles = readArticles(quotationGold);
  if (values.draw) draw(articles, Number(values.draw), Number(values.seed));
  else console.log(reportSpeakers(readJudged(), articles, analyze(articles), Number(values.errors)).join('\n'));
}

/** @param {import("./judging.mjs").Article[]} articles @param {number} count @param {number} seed */
function draw(articles, count, seed) {
  /** @type {Map<string, number>} */
  const ofArticle = new Map();
  let number = 0;
  for (const { id, text, start, end } of drawn(pronounSpeakers(articles), seed)) {
    const before = ofArticle.get(id) ?? 0;
    if (before === MOST_OF_AN_ARTICLE) continue;
    ofArticle.set(id, before + 1);
    console.log(`${++number}. ${id} ${start} ${end}`);
    console.log(`   ${said(text, start - 700, start)}**${said(text, start, end)}**${said(text, end, end + 200)}`);
    if (number === count) break;
  }
}
