// @ts-check
// The scores by small examples; and, where the shared evaluation is there, of which they are ports, side by side with
// it over whole analyses.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { gold, perfect, perturbed } from './fake-analyses.mjs';
import { samePhrase } from './phrase.mjs';
import { doubleMarkedRegions, scoreMarks } from './score-marks.mjs';
import { scoreBlocks, scoreChains, scoreEntities, scoreQuotations } from './score.mjs';
import { python, whyNot } from './shared.mjs';

const shared = fileURLToPath(new URL('../../../shared/eval', import.meta.url));
const missing = whyNot(shared);

describe('samePhrase', () => {
  const text = 'Kremlin spokesman Dmitry Peskov, a diplomat, met Anna Peskova and two of her aides.';
  /** @param {string} phrase @returns {[number, number][]} */
  const at = (phrase) => [[text.indexOf(phrase), text.indexOf(phrase) + phrase.length]];

  test.each([
    ['Kremlin spokesman Dmitry Peskov', 'spokesman Dmitry Peskov, a diplomat', true],
    ['Kremlin spokesman Dmitry Peskov', 'Peskov', true],
    ['Kremlin spokesman Dmitry Peskov', 'Kremlin', false],
    ['Kremlin spokesman Dmitry Peskov', 'Anna Peskova', false],
    ['two of her aides', 'two', true],
    ['two of her aides', 'her', false],
  ])('%s, %s: %s', (gold, predicted, same) => {
    expect(samePhrase(text, at(gold), at(predicted))).toBe(same);
  });

  test('more than forty words are nobody', () => {
    const long = `Ann ${'and so on '.repeat(20)}`;
    expect(samePhrase(long, [[0, long.length]], [[0, long.length]])).toBe(false);
  });
});

test.each([
  ['He said “no” and "never".', ['“no”', '"never"']],
  ['A 6\'2" man said "no".', ['"no"']],
  ['“One.\n“Two.”', ['“One.', '“Two.”']],
  ["``No,'' he said.", ["``No,''"]],
  ['„Nein“, sagte er. « Non », dit-il.', ['„Nein“', '« Non »']],
  ['Single ‘marks’ are none.', []],
])('doubleMarkedRegions: %s', (text, regions) => {
  expect(doubleMarkedRegions(text).map(([start, end]) => text.slice(start, end))).toEqual(regions);
});

/** What score.py calls the types of `--map worldwide`. */
const SHARED_TYPES = /** @type {Record<string, string>} */ ({
  PERSON: 'Person',
  ORG: 'Organization',
  LOC: 'Location',
  FAC: 'Facility',
  NORP: 'NORP',
  PRODUCT: 'Product',
  MISC: 'Misc',
  MONEY: 'Money',
});

const TYPE_NAMES = Object.keys(SHARED_TYPES);

/** Counts code points where the gold counts UTF-16 units. @param {string} text */
function codePoints(text) {
  const at = [0];
  let count = 0;
  for (const character of text) {
    count++;
    at.push(...Array(character.length).fill(count));
  }
  return (/** @type {number} */ offset) => at[offset];
}

/** @param {import("./gold.mjs").GoldArticle} article */
function sharedGold(article) {
  const to = codePoints(article.text);
  const spans = (/** @type {[number, number][]} */ list) => list.map(([start, end]) => [to(start), to(end)]);
  return {
    id: article.id,
    text: article.text,
    raw: article.raw,
    ents: article.ents.map(([start, end, type]) => [to(start), to(end), SHARED_TYPES[type]]),
    attributions: article.attributions.map((a) => ({
      source: spans(a.source),
      cue: spans(a.cue),
      content: spans(a.content),
      type: a.type,
    })),
    chains: article.chains.map(({ type, mentions }) => ({
      type,
      mentions: mentions.map(([start, end, kind]) => [to(start), to(end), kind]),
    })),
    blocks: article.blocks.map(([start, end, kind]) => [to(start), to(end), kind]),
  };
}

/** Converts every start and end of an analysis, wherever it stands. @param {any} value @param {(offset: number) => number} to @returns {any} */
function converted(value, to) {
  if (Array.isArray(value)) return value.map((item) => converted(item, to));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      (key === 'start' || key === 'end') && item !== null ? to(item) : converted(item, to),
    ]),
  );
}

if (missing) console.log(`The scores are not compared with the shared ones: ${missing}.`);
else
  describe.each([
    ['the gold fed back', perfect],
    ['planted errors', perturbed],
  ])('%s', (name, analyze) => {
    const folder = mkdtempSync(join(tmpdir(), 'pressmark-parity-'));
    afterAll(() => rmSync(folder, { recursive: true }));
    const files = { gold: join(folder, 'gold.jsonl'), analyses: join(folder, 'analyses.jsonl') };
    const lines = (/** @type {object[]} */ values) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
    writeFileSync(files.gold, lines(gold.map(sharedGold)));
    writeFileSync(
      files.analyses,
      lines(
        gold.map((article) => ({ metadata: {}, times: [], ...converted(analyze(article), codePoints(article.text)) })),
      ),
    );
    /** @type {import("./score.mjs").Pair[]} */
    const pairs = gold.map((article) => [article, analyze(article)]);
    const run = (/** @type {string} */ script, /** @type {string[]} */ ...before) =>
      python(join(shared, script), ...before, files.gold, files.analyses);

    /** Each line must hold our numbers in this order, as it prints them. @param {string} output @param {string} start @param {number[]} ours @param {number} [places] */
    function expectLine(output, start, ours, places = 1) {
      const line = output.split('\n').find((candidate) => candidate.trimStart().startsWith(start));
      expect(line, `${name}: no line ${start} in\n${output}`).toBeDefined();
      const theirs = [
        ...(line ?? '').slice((line ?? '').indexOf(start) + start.length).matchAll(/(?<![\w.])\d+(?:\.\d+)?/g),
      ].map(([number]) => Number(number));
      ours.forEach((figure, i) =>
        expect(Math.abs(figure - theirs[i]), `${start}: ${figure} is not ${theirs[i]}`).toBeLessThanOrEqual(
          0.501 * 10 ** -places,
        ),
      );
    }
    const five = (/** @type {import("./score.mjs").Figures} */ f) => [f.precision, f.recall, f.f1, f.gold, f.predicted];

    test('entities', () => {
      const output = run('score.py', 'entities');
      const { any, all, ...types } = scoreEntities(pairs);
      expect(Object.keys(types).sort()).toEqual([...TYPE_NAMES].sort());
      for (const [type, figures] of Object.entries(types)) expectLine(output, type, five(figures));
      expectLine(output, 'spans, any type', five(any));
      expectLine(output, 'ENTITIES (micro)', five(all));
    });

    test('quotations', () => {
      const output = run('score.py', 'quotations');
      for (const [group, { content, kind, span, speaker, contentAndSpeaker }] of Object.entries(
        scoreQuotations(pairs),
      )) {
        const line =
          output
            .split('\n')
            .find((candidate) => candidate.startsWith(`${group} `))
            ?.replace(/exact R +[\d.]+ \|/, '') ?? '';
        expectLine(line, group, [
          content.precision,
          content.recall,
          content.f1,
          kind,
          span,
          speaker,
          contentAndSpeaker,
          content.gold,
          content.predicted,
        ]);
      }
    });

    test('marks', () => {
      const output = run('score_marks.py');
      const { exact, overlap, endToEnd, sameSpeaker } = scoreMarks(pairs);
      const shares = (/** @type {import("./score.mjs").Figures} */ f) => [
        f.precision / 100,
        f.recall / 100,
        f.f1 / 100,
      ];
      expectLine(output, 'MARKS gold', [exact.gold]);
      expectLine(output, 'exact', shares(exact), 3);
      expectLine(output, 'overlap', shares(overlap), 3);
      expectLine(output, 'end-to-end', shares(endToEnd), 3);
      expect(Number(/same (\d\.\d+)/.exec(output)?.[1])).toBeCloseTo(sameSpeaker / 100, 3);
    });

    test('chains', () => {
      const output = run('score.py', 'chains');
      const { namesFound, links, pronouns } = scoreChains(pairs);
      expect(Number(/\(([\d.]+) %\)/.exec(output)?.[1])).toBeCloseTo(namesFound, 1);
      expectLine(output, 'CHAINS name links', five(links));
      expectLine(output, 'CHAINS pronouns', five(pronouns));
    });

    test('blocks', () => {
      const { right, gold: count } = scoreBlocks(pairs);
      expectLine(run('score.py', 'structure'), 'STRUCTURE blocks right', [(right * count) / 100, count]);
    });
  });
