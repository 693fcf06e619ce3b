// @ts-check
// Speakers that are pronouns, put to the right entity? Against what a person found (`judged-speakers.json`).

import { readFileSync } from 'node:fs';
import { said } from './judging.mjs';

/**
 * A speaker phrase of the shared gold that is a pronoun, and whom it means: each right answer is a list of names that
 * the text gives to those meant, one span each; an empty one says that nobody with a name is meant.
 * @typedef {{ id: string, start: number, end: number, means: [number, number][][] }} Judged
 * @typedef {{ judged: Judged, speaker: boolean, answer: string[], right: boolean }} Verdict  `speaker`: it is the speaker of a
 *   quotation, else what counts is the mention there; `answer`: the entities that it was put to
 */

const PRONOUN =
  /^(i|me|my|we|us|our|you|your|he|him|his|she|her|hers|it|its|they|them|their|himself|herself|itself|themselves|who|whom|whose|which|that|one)$/i;

/** The speaker phrases of the gold that are a pronoun alone, each once. @param {import("./judging.mjs").Article[]} articles */
export function pronounSpeakers(articles) {
  return articles.flatMap(({ id, text, attributions }) => {
    const starts = new Map(
      attributions
        .filter(({ source }) => source.length === 1 && PRONOUN.test(said(text, ...source[0])))
        .map(({ source: [[start, end]] }) => [start, { id, text, start, end }]),
    );
    return [...starts.values()];
  });
}

/** @returns {Judged[]} */
export const readJudged = () =>
  JSON.parse(readFileSync(new URL('judged-speakers.json', import.meta.url), 'utf8')).pronouns;

/** @param {Judged[]} judged @param {any[]} analyses @returns {Verdict[]} */
export function judgeSpeakers(judged, analyses) {
  const byId = new Map(analyses.map((analysis) => [analysis.id, analysis]));
  return judged.map((one) => {
    const { entities = [], quotations = [] } = byId.get(one.id) ?? {};
    const phrase = shortest(quotations.map((/** @type {any} */ { speaker }) => speaker).filter(overlaps(one)));
    const answer = phrase ? phrase.entities : holders(entities, one, 'pronoun').slice(0, 1);
    const right = one.means.some((names) => {
      const meant = names.map(([start, end]) => holders(entities, { start, end }, 'name')[0]);
      return meant.length === answer.length && meant.every((entity) => answer.includes(entity));
    });
    return { judged: one, speaker: Boolean(phrase), answer, right };
  });
}

/** @param {{ start: number, end: number }} place */
const overlaps = (place) => (/** @type {any} */ span) => span && span.start < place.end && place.start < span.end;

/** @param {any[]} spans */
const shortest = (spans) => [...spans].sort((a, b) => a.end - a.start - (b.end - b.start))[0];

/**
 * The entities with a mention of that kind at a place, the one that covers most of it first.
 * @param {any[]} entities @param {{ start: number, end: number }} place @param {string} kind @returns {string[]}
 */
function holders(entities, place, kind) {
  const shared = (/** @type {any} */ mention) =>
    Math.min(place.end, mention.end) - Math.max(place.start, mention.start);
  return entities
    .flatMap(({ id, mentions }) => mentions.map((/** @type {any} */ mention) => ({ id, mention })))
    .filter(({ mention }) => mention.kind === kind && overlaps(place)(mention))
    .sort((a, b) => shared(b.mention) - shared(a.mention))
    .map(({ id }) => id);
}

/**
 * The figures, then the first errors with the words around them.
 * @param {Judged[]} judged @param {import("./judging.mjs").Article[]} articles @param {any[]} analyses @param {number} errors
 * @returns {string[]}
 */
export function reportSpeakers(judged, articles, analyses, errors) {
  const verdicts = judgeSpeakers(judged, analyses);
  const count = (/** @type {Verdict[]} */ of) => `${of.filter(({ right }) => right).length} of ${of.length}`;
  const asSpeakers = count(verdicts.filter(({ speaker }) => speaker));
  const wrong = verdicts.filter(({ right }) => !right).slice(0, errors);
  return [
    `pronouns put to the right entity: ${count(verdicts)}; of those found as speakers: ${asSpeakers}`,
    ...wrong.map((verdict) => describe(verdict, articles, analyses)),
  ];
}

/** @param {Verdict} verdict @param {import("./judging.mjs").Article[]} articles @param {any[]} analyses */
function describe({ judged: { id, start, end, means }, speaker, answer }, articles, analyses) {
  const text = articles.find((article) => article.id === id)?.text ?? [];
  const found = analyses.find((analysis) => analysis.id === id)?.entities ?? [];
  const names = new Map(found.map((/** @type {any} */ entity) => [entity.id, entity.name]));
  const right = means.map((spans) => spans.map((span) => said(text, ...span)).join(' and ') || 'nobody with a name');
  return `${speaker ? 'SPEAKER' : 'MENTION'} | ${id} ${start} | ${said(text, start - 250, start)}**${said(text, start, end)}**${said(text, end, end + 80)}
    said: ${answer.map((entity) => names.get(entity)).join(', ') || 'nobody'} | right: ${right.join(', or ')}`;
}
