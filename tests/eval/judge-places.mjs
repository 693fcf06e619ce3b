// @ts-check
// Places on the map, against what a person found.
//
//   node tests/eval/judge-places.mjs [--errors]      scores the program by judged-places.json
//   node tests/eval/judge-places.mjs --draw 100      draws names of places of the shared articles for judging (--seed 1)
//
// judged-places.json has ids and offsets (code points) of articles of ../shared/eval/dev and no text of them: of each name
// the GeoNames ids that are right; several where any of them may pass, none where it is no place that has a point or area, null
// where it is a place but nobody here could tell its id: then nothing is right.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { analyze, canJudge, drawn, readArticles, said, sharedFile } from './judging.mjs';

/** @typedef {{ file: string, id: string, start: number, end: number, ids: number[] | null }} Judged */

// Where names of places come from: gold where there is some, else the program's own.
/** @type {Record<string, (one: { article: any, analysis: any }) => [start: number, end: number][]>} */
const NAMES = {
  'entities.worldwide': ({ article }) => article.ents.filter((/** @type {any} */ [, , type]) => type === 'Location'),
  'quotations.polnear': ({ analysis }) =>
    analysis.entities
      .filter((/** @type {any} */ { type }) => type === 'LOC')
      .flatMap((/** @type {any} */ { mentions }) => namesAmong(mentions)),
  'chains.gum-news': ({ article }) =>
    article.chains
      .filter((/** @type {any} */ { type }) => type === 'LOC')
      .flatMap((/** @type {any} */ { mentions }) =>
        mentions.filter((/** @type {any} */ [, , kind]) => kind === 'name'),
      ),
};
const MOST_OF_ONE_ARTICLE = 3;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      draw: { type: 'string' },
      seed: { type: 'string', default: '1' },
      errors: { type: 'boolean', default: false },
    },
  });
  if (canJudge()) {
    if (values.draw) draw(Number(values.draw), Number(values.seed));
    else scorePlaces(values);
  }
}

/** @param {string} file @param {string} [program] @returns {{ article: any, text: string[], analysis: any }[]} */
function analyzeShared(file, program) {
  const articles = readArticles(sharedFile(file));
  const analyses = analyze(articles, program);
  return articles.map((article, i) => ({ article, text: article.text, analysis: analyses[i] }));
}

/** The first ones of a list in the seed's order. @template T @param {T[]} list @param {number} count @param {number} seed @returns {T[]} */
function someOf(list, count, seed) {
  return [...drawn(list, seed)].slice(0, count);
}

/** @param {any[]} mentions @returns {[number, number][]} */
function namesAmong(mentions) {
  return mentions.filter(({ kind }) => kind === 'name').map(({ start, end }) => [start, end]);
}

/** @param {number} count @param {number} seed */
function draw(count, seed) {
  const pool = Object.entries(NAMES).flatMap(([file, names]) =>
    analyzeShared(file).flatMap((one) =>
      someOf(names(one), MOST_OF_ONE_ARTICLE, seed).map(([start, end]) => ({ file, ...one, start, end })),
    ),
  );
  for (const [i, { file, article, text, start, end }] of someOf(pool, count, seed).entries()) {
    console.log(`${i + 1}. ${file} ${article.id} ${start} ${end}: ${said(text, start, end)}`);
    console.log(`   ${said(text, start - 200, start)}[${said(text, start, end)}]${said(text, end, end + 160)}`);
  }
}

/** Prints how many of the judged names the program puts where they belong. @param {{ program?: string, errors?: boolean }} options */
export function scorePlaces({ program, errors = false }) {
  /** @type {Judged[]} */
  const judged = JSON.parse(readFileSync(new URL('judged-places.json', import.meta.url), 'utf8')).places;
  const analyses = new Map(
    Object.keys(NAMES).flatMap((file) =>
      analyzeShared(file, program).map(({ article, text, analysis }) => [`${file} ${article.id}`, { text, analysis }]),
    ),
  );
  let right = 0;
  let pinned = 0;
  let pinnedRight = 0;
  for (const { file, id, start, end, ids } of judged) {
    const { text, analysis } = /** @type {any} */ (analyses.get(`${file} ${id}`));
    const geo = placeAt(analysis, start, end);
    const isRight = geo === null ? ids?.length === 0 : Boolean(ids?.includes(geo.geonames_id));
    right += Number(isRight);
    pinned += Number(geo !== null);
    pinnedRight += Number(geo !== null && isRight);
    if (errors && !isRight) console.log(`${id} ${said(text, start, end)}: ${ids} | ${JSON.stringify(geo)}`);
  }
  console.log(`places: ${right} of ${judged.length} judged names are right; of ${pinned} pins ${pinnedRight}`);
}

// Of the entity whose name covers most of the span.
/** @param {any} analysis @param {number} start @param {number} end */
function placeAt(analysis, start, end) {
  let most = 0;
  let geo = null;
  for (const entity of analysis.entities) {
    for (const [from, to] of namesAmong(entity.mentions)) {
      const both = Math.min(to, end) - Math.max(from, start);
      if (both > most) [most, geo] = [both, entity.geo];
    }
  }
  return geo;
}
