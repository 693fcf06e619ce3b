// @ts-check
// The reader of the gold's markup, and the rules that it holds the gold to.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gold } from './fake-analyses.mjs';
import { parseGold } from './gold.mjs';

/** @param {string} body */
const parse = (body) => parseGold(`id: test\n\n${body}\n`);
/** @param {import("./gold.mjs").GoldArticle} article @param {[number, number, ...unknown[]][]} spans */
const said = ({ text }, spans) => spans.map(([start, end]) => text.slice(start, end));

describe('markup', () => {
  test('leaves the text, with entities and the parts of attributions as spans of it', () => {
    const article = parse(
      '“{C1 We [LOC Oslo] people walk},” {Q1 said} {S1 [PERSON Kari Moe], a baker}. “{C1 Always.}”',
    );
    expect(article.text).toBe('“We Oslo people walk,” said Kari Moe, a baker. “Always.”');
    expect(article.ents.map(([start, end, type]) => [article.text.slice(start, end), type])).toEqual([
      ['Oslo', 'LOC'],
      ['Kari Moe', 'PERSON'],
    ]);
    const [attribution] = article.attributions;
    expect(said(article, attribution.content)).toEqual(['“We Oslo people walk,”', '“Always.”']);
    expect(said(article, attribution.source)).toEqual(['Kari Moe, a baker']);
    expect(said(article, attribution.cue)).toEqual(['said']);
    expect(attribution.type).toBe('direct');
  });

  test('a backslash makes brackets and marks plain', () => {
    const article = parse("In the \\'90s \\[sic\\] a 6\\'2\\\" man {Q1 said} {C1 the workers\\’ hall was his}.");
    expect(article.text).toBe("In the '90s [sic] a 6'2\" man said the workers’ hall was his.");
    expect(article.attributions[0].type).toBe('indirect');
    expect(article.regions).toEqual([]);
  });

  test.each([
    ['{S1 He} {Q1 said} it: ‘{C1 Don’t go.}’', 'direct'],
    ['{S1 He} {Q1 said} {C1 it was „bitterly“ cold, « very » cold}', 'mixed'],
    ['{S1 He} {Q1 said} {C1 it was cold}, “so” to speak', 'indirect'],
  ])('the kind comes from the marks: %s', (body, kind) => {
    expect(parse(body).attributions[0].type).toBe(kind);
  });

  test('speech over paragraphs keeps one opening mark open and lends its speaker on', () => {
    const article = parse('“{C1 One},” {S1 she} {Q1 said}. “{C1 Two.}\n\n“{C2<1 Three.}\n\n“{C3<2 Four.}”');
    expect(article.attributions.map(({ source, type }) => [said(article, source)[0], type])).toEqual([
      ['she', 'direct'],
      ['she', 'direct'],
      ['she', 'direct'],
    ]);
  });

  test('chains join names by last word or id, and take in pronouns', () => {
    const article = parse(
      '[PERSON Ana Ruiz] met [PERSON:mao Mao Lin]. [=Ruiz She] and [PERSON:mao Mao] ate; [PERSON Ruiz] paid [MONEY $4].',
    );
    expect(article.chains.map(({ mentions }) => said(article, mentions))).toEqual([
      ['Ana Ruiz', 'She', 'Ruiz'],
      ['Mao Lin', 'Mao'],
    ]);
  });

  test('labels make blocks of a paste; without any, the text is the article', () => {
    const article = parse('@chrome Menu\n@chrome Login\n\n@title Rain\n\nIt rained.');
    expect(article.text).toBe('Menu\nLogin\n\nRain\n\nIt rained.');
    expect(article.blocks.map(([start, end, kind]) => `${kind}: ${article.text.slice(start, end)}`)).toEqual([
      'chrome: Menu',
      'chrome: Login',
      'title: Rain',
      'body: It rained.',
    ]);
    expect(article.raw).toBe(true);
    expect(article.paragraphs).toHaveLength(1);
    expect(parse('It rained.')).toMatchObject({ raw: false, blocks: [] });
  });
});

describe('mistakes are errors', () => {
  test.each([
    ['[PERSON Ann', 'is not closed'],
    ['Ann]', 'closes nothing'],
    ['{C1 [LOC Rome}]', 'not the innermost'],
    ['[TOWN Rome]', 'no such entity type'],
    ['[rome]', 'not understood'],
    ['[LOC the Hague]', '"the"'],
    ['[LOC Rome’s] walls', 'possessive'],
    ['[LOC  Rome]', 'spaces at its ends'],
    ['[ORG Bank of [LOC Rome]]', 'an entity in an entity'],
    ['[=Ann She] left', 'whom no name has'],
    ['[LOC:x Rome] and [ORG:x Rome]', 'is both'],
    ['{S1 He} {Q1 said} so', 'has no content'],
    ['{C2 It rained}', 'has no content'],
    ['{C1 It {C1 rained}}', 'overlap'],
    ['{C1 “It rained},” {S1 he} said', 'stay outside'],
    ['{C1<2 It rained}. {C2 So.}', 'must come before'],
    ['{C1 Rain}\n\n{C1 and snow}', 'two paragraphs'],
    ['{C1 {S2 She} {Q2 said} {C2 it rained}}', 'must have the lower number'],
    ['It was \'rain, the "wet" kind', 'stay open'],
    ['@menu Home', 'no such block kind'],
    ['@chrome [ORG Home]', 'an entity in chrome'],
  ])('%s', (body, message) => {
    expect(() => parse(body)).toThrow(message);
  });

  test('of headers, too', () => {
    expect(() => parseGold('id: a\ndate: May 5\n\nText')).toThrow('YYYY-MM-DD');
    expect(() => parseGold('title: a\n\nText')).toThrow('not a header');
    expect(() => parseGold('date: 2024-05-05\n\nText')).toThrow('no id');
  });
});

describe('the gold of this folder', () => {
  test('is written as the example of README.md, which is gold itself', () => {
    const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
    const example = /(?:^ {4}.*\n|^\n)*/m.exec(readme.slice(readme.indexOf('    id: ')))?.[0] ?? '';
    const article = parseGold(example.replace(/^ {4}/gm, ''), 'README.md');
    expect(article.attributions.map(({ source }) => said(article, source)[0])).toEqual([
      'Jo Bell, a clerk in Hull',
      'She',
      'she',
      'she',
    ]);
  });

  test('is large and has every kind of entity and quotation', () => {
    expect(gold.flatMap(({ paragraphs }) => paragraphs).length).toBeGreaterThanOrEqual(150);
    expect(new Set(gold.flatMap(({ ents }) => ents.map((ent) => ent[2]))).size).toBe(8);
    expect(new Set(gold.flatMap(({ attributions }) => attributions.map(({ type }) => type))).size).toBe(3);
  });

  test('has no two articles of one id', () => {
    expect(new Set(gold.map(({ id }) => id)).size).toBe(gold.length);
  });
});
