// @ts-check
// Roles against what a person found: are those that the program gives right, and does it find those that the text gives?
//
//   node tests/eval/judge-roles.mjs                  scores the program by judged-roles.json
//   node tests/eval/judge-roles.mjs --draw 100       draws roles of the shared articles for judging (--seed 1), 3 an article at most
//   node tests/eval/judge-roles.mjs --places 140     draws people, each at the first place where it has its full name
//
// judged-roles.json has ids and offsets (code points) of `../shared/eval/dev/quotations.polnear.jsonl` and no text of it.
// `roles`: of each role that was drawn the person's name (`entity`), what was drawn, and the right span (`right`: the same,
// a corrected one, or null where it is no role of that person). Right are those whose right span the program gives to that
// person now. `places`: of each name the roles that its own clause gives; found are those that the program gives.
// Two spans are one when they differ by an article in front or a mark at the end.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { analyze, canJudge, drawn, quotationGold, readArticles, said } from './judging.mjs';

/** @typedef {[start: number, end: number]} Range */
/** @typedef {{ id: string, entity: Range, start: number, end: number, right: Range | null }} JudgedRole */
/** @typedef {{ id: string, start: number, end: number, roles: Range[] }} JudgedPlace */

const MOST_AN_ARTICLE = 3;
const { values } = parseArgs({
  options: { draw: { type: 'string' }, places: { type: 'string' }, seed: { type: 'string', default: '1' } },
});

/** An article and what the program finds in it. @typedef {{ text: string[], analysis: any }} Read */

if (canJudge()) {
  const articles = readArticles(quotationGold);
  const analyses = analyze(articles);
  const all = articles.map(({ text }, i) => ({ text, analysis: analyses[i] }));
  if (values.draw) drawRoles(all, Number(values.draw), Number(values.seed));
  else if (values.places) drawPlaces(all, Number(values.places), Number(values.seed));
  else score(all);
}

/** @param {Read[]} all @param {number} count @param {number} seed */
function drawRoles(all, count, seed) {
  const rows = all.flatMap(({ text, analysis }) =>
    analysis.entities.flatMap((/** @type {any} */ entity) =>
      entity.roles.map((/** @type {any} */ role) => ({ id: analysis.id, text, entity, role })),
    ),
  );
  /** @type {Map<string, number>} */
  const ofArticle = new Map();
  let number = 0;
  for (const { id, text, entity, role } of drawn(rows, seed)) {
    if ((ofArticle.get(id) ?? 0) === MOST_AN_ARTICLE) continue;
    ofArticle.set(id, (ofArticle.get(id) ?? 0) + 1);
    const names = entity.mentions.filter((/** @type {any} */ mention) => mention.kind === 'name');
    const gap = (/** @type {any} */ m) => Math.max(m.start - role.end, role.start - m.end);
    const name = names.reduce((/** @type {any} */ a, /** @type {any} */ b) => (gap(b) < gap(a) ? b : a));
    console.log(`${++number}. ${id} ${name.start} ${name.end} ${role.start} ${role.end} {${entity.name}}`);
    const before = said(text, Math.min(role.start, name.start) - 120, role.start);
    console.log(
      `   ${before}[[${said(text, role.start, role.end)}]]${said(text, role.end, Math.max(role.end, name.end) + 120)}`,
    );
    if (number === count) return;
  }
}

/** @param {Read[]} all @param {number} count @param {number} seed */
function drawPlaces(all, count, seed) {
  const rows = all.flatMap(({ text, analysis }) =>
    analysis.entities
      .filter((/** @type {any} */ entity) => entity.type === 'PERSON')
      .map((/** @type {any} */ { name, mentions }) => ({
        id: analysis.id,
        text,
        name: mentions.find((/** @type {any} */ m) => said(text, m.start, m.end) === name) ?? mentions[0],
      })),
  );
  let number = 0;
  for (const { id, text, name } of drawn(rows, seed)) {
    const { start, end } = name;
    console.log(`${++number}. ${id} ${start} ${end}`);
    console.log(`   ${said(text, start - 130, start)}[[${said(text, start, end)}]]${said(text, end, end + 190)}`);
    if (number === count) return;
  }
}

/** @param {Read[]} all */
function score(all) {
  /** @type {{ samples: { seed: number, roles: JudgedRole[], places: JudgedPlace[] }[] }} */
  const { samples } = JSON.parse(readFileSync(new URL('judged-roles.json', import.meta.url), 'utf8'));
  const byId = new Map(all.map((one) => [one.analysis.id, one]));
  const gives = (/** @type {string} */ id, /** @type {Range} */ name, /** @type {Range} */ span) => {
    const article = byId.get(id);
    if (!article) return false;
    const wanted = core(article.text, span);
    return article.analysis.entities.some(
      (/** @type {any} */ { mentions, roles }) =>
        mentions.some((/** @type {any} */ m) => m.start < name[1] && name[0] < m.end) &&
        roles.some((/** @type {any} */ role) => core(article.text, [role.start, role.end]) === wanted),
    );
  };
  const percent = (/** @type {number} */ part, /** @type {number} */ of) => `${((100 * part) / of).toFixed(1)} %`;
  for (const { seed, roles, places } of samples) {
    const right = roles.filter((row) => row.right && gives(row.id, row.entity, row.right)).length;
    const given = places.flatMap(({ id, start, end, roles }) => roles.map((role) => gives(id, [start, end], role)));
    const found = given.filter(Boolean).length;
    console.log(`seed ${seed}: right are ${right} of ${roles.length} roles drawn (${percent(right, roles.length)});`);
    console.log(
      `  of ${given.length} given at ${places.length} names, found ${found} (${percent(found, given.length)})`,
    );
  }
}

/** What two spans have in common that are one: their words without article and without marks at the end. @param {string[]} text @param {Range} span */
function core(text, [start, end]) {
  return said(text, start, end)
    .toLowerCase()
    .replace(/^(?:the|a|an) /, '')
    .replace(/[.,”"'’]+$/, '');
}
