// @ts-check
// Pronouns put to entities: what counts as right, by an article of three sentences.

import { describe, expect, test } from 'vitest';
import { drawn } from './judging.mjs';
import { judgeSpeakers, pronounSpeakers, reportSpeakers } from './score-speakers.mjs';

const text = 'Jo Bell met Al Reed in Hull. She said it rained. They agreed, and others said so.';
/** @param {string} words @returns {[number, number]} */
const at = (words) => [text.indexOf(words), text.indexOf(words) + words.length];
/** @param {string} words @param {string} kind */
const mention = (words, kind) => ({ start: at(words)[0], end: at(words)[1], kind });
/** @param {string} words @param {string[]} entities */
const spoken = (words, entities) => ({ speaker: { ...mention(words, ''), entities } });
/** @param {string} words @param {[number, number][][]} means */
const judged = (words, ...means) => ({ id: 'rain', start: at(words)[0], end: at(words)[1], means });

/** @param {any[]} quotations @param {any[]} [pronouns] mentions of Jo Bell */
const analysis = (quotations, pronouns = []) => ({
  id: 'rain',
  entities: [
    { id: 'e1', name: 'Jo Bell', mentions: [mention('Jo Bell', 'name'), ...pronouns] },
    { id: 'e2', name: 'Al Reed', mentions: [mention('Al Reed', 'name')] },
  ],
  quotations,
});
const she = judged('She', [at('Bell')]);
const they = judged('They', [at('Jo Bell'), at('Reed')]);
const others = judged('others', []);
/** @param {import("./score-speakers.mjs").Judged} one @param {any} analysis */
const isRight = (one, analysis) => judgeSpeakers([one], [analysis])[0].right;

describe('judgeSpeakers', () => {
  test.each([
    ['the entity that holds the name', she, ['e1'], true],
    ['another entity', she, ['e2'], false],
    ['nobody, where somebody is meant', she, [], false],
    ['one too many', she, ['e1', 'e2'], false],
    ['two that are meant, in any order', they, ['e2', 'e1'], true],
    ['one of two that are meant', they, ['e1'], false],
    ['nobody, where nobody with a name is meant', others, [], true],
    ['somebody, where nobody with a name is meant', others, ['e1'], false],
    ['the second of two right answers', judged('She', [at('Reed')], [at('Bell')]), ['e1'], true],
    ['nobody, where the name was not found', judged('She', [at('Hull')]), [], false],
  ])('%s', (_, one, entities, right) => {
    expect(isRight(one, analysis([spoken(text.slice(one.start, one.end), entities)]))).toBe(right);
  });

  test('where it speaks in no quotation, its mention counts', () => {
    expect(isRight(she, analysis([], [mention('She', 'pronoun')]))).toBe(true);
    expect(isRight(she, analysis([]))).toBe(false);
    expect(judgeSpeakers([she], [analysis([])])[0].speaker).toBe(false);
  });

  test('the shortest of the phrases around it is its own', () => {
    const long = { speaker: { start: 0, end: text.length, entities: ['e2'] } };
    expect(isRight(she, analysis([long, spoken('She', ['e1'])]))).toBe(true);
  });
});

test('the report has both figures, and as many errors as are asked for', () => {
  const article = { id: 'rain', text: [...text], attributions: [] };
  const analyses = [analysis([spoken('She', ['e2'])])];
  const [figures, ...errors] = reportSpeakers([she, they, others], [article], analyses, 1);
  expect(figures).toBe('pronouns put to the right entity: 1 of 3; of those found as speakers: 0 of 1');
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain('**She** said it rained.');
  expect(errors[0]).toContain('said: Al Reed | right: Bell');
});

test('what is drawn from: each pronoun once, and no longer phrase', () => {
  /** @type {[number, number][][]} */
  const sources = [[at('She')], [at('She')], [at('They'), at('others')], [at('others')], [at('They')], []];
  const articles = [{ id: 'rain', text: [...text], attributions: sources.map((source) => ({ source })) }];
  expect(pronounSpeakers(articles).map(({ start }) => start)).toEqual([at('She')[0], at('They')[0]]);
});

test('drawing gives every item once, in an order of its own for each seed', () => {
  const items = [...'abcdefgh'];
  const order = [...drawn(items, 1)];
  expect([...order].sort()).toEqual(items);
  expect([...drawn(items, 1)]).toEqual(order);
  expect([...drawn(items, 2)]).not.toEqual(order);
});
