// @ts-check
// The same article in other houses' marks, line ends and spaces gives the same quotations; one mark too few or too many
// spoils no paragraph but its own and, where it leaves speech open, the next.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readGoldFolder } from './gold.mjs';
import { runProgram } from './program.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const articles = readGoldFolder(join(root, 'tests/eval/gold')).filter(
  ({ text }) => text.includes('“') && text.includes('”') && !/["„«]/.test(text),
);

/** @param {string} open @param {string} close */
const pairs = (open, close) => (/** @type {string} */ text) => text.replaceAll('“', open).replaceAll('”', close);

/** @type {Record<string, (text: string) => string>} */
const variants = {
  'straight marks': pairs('"', '"'),
  'marks the wrong way round': pairs('”', '“'),
  'doubled single marks': pairs("''", "''"),
  'marks of TeX': pairs('``', "''"),
  'German marks': pairs('„', '“'),
  'French marks': pairs('«', '»'),
  'French marks with their spaces': pairs('«\u00A0', '\u00A0»'),
  'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
  'no-break spaces': (text) => text.replaceAll(/(?<=\p{L}{2}) (?=\p{L}{3})/gu, '\u00A0'),
};

/** @param {string} text */
const letters = (text) => text.normalize('NFC').replaceAll(/[^\p{L}\p{N}]/gu, '');

/**
 * Each article's quotations: kind, content and speaker, as letters.
 * @param {string[]} texts @returns {{ at: number, said: string }[][]}
 */
function quotationsOf(texts) {
  const requests = texts.map((text, i) => `${JSON.stringify({ id: String(i), text, clean: true })}\n`);
  const lines = runProgram(join(root, 'build/native/core/cli/pressmark'), requests.join('')).trimEnd().split('\n');
  return lines.map((line, i) =>
    JSON.parse(line).quotations.map((/** @type {any} */ { kind, content, speaker }) => {
      const of = (/** @type {{ start: number, end: number }[]} */ spans) =>
        letters(spans.map(({ start, end }) => texts[i].slice(start, end)).join(' '));
      return { at: content[0].start, said: `${kind}: ${of(content)} (${speaker ? of([speaker]) : 'nobody'})` };
    }),
  );
}

const asWritten = quotationsOf(articles.map(({ text }) => text));

describe('the same quotations with', () => {
  test.each(Object.entries(variants))('%s', (name, vary) => {
    const varied = quotationsOf(articles.map(({ text }) => vary(text)));
    articles.forEach(({ id }, i) => {
      // It has a mark behind a dash, which the wrong way round opens whatever comes.
      if (id === 'hard-cases' && name === 'marks the wrong way round') return;
      expect(
        varied[i].map(({ said }) => said),
        id,
      ).toEqual(asWritten[i].map(({ said }) => said));
    });
  });
});

describe('a mark', () => {
  // Where the fifth closing mark stands, and what the paragraphs before and two behind its own say.
  const damaged = articles.flatMap(({ id, text }, i) => {
    const at = [...text.matchAll(/”/g)][4]?.index;
    if (at === undefined) return [];
    const begin = text.lastIndexOf('\n\n', at);
    const next = text.indexOf('\n\n', at);
    const end = next < 0 ? text.length : text.indexOf('\n\n', next + 2);
    const elsewhere = (/** @type {{ at: number, said: string }[]} */ all, shift = 0) =>
      all.filter((q) => q.at < begin || (end >= 0 && q.at > end + shift)).map(({ said }) => said);
    return [{ id, text, at, elsewhere, expected: elsewhere(asWritten[i]) }];
  });

  test('too few', () => {
    const found = quotationsOf(damaged.map(({ text, at }) => text.slice(0, at) + text.slice(at + 1)));
    damaged.forEach(({ id, elsewhere, expected }, i) => expect(elsewhere(found[i], -1), id).toEqual(expected));
  });

  test('too many', () => {
    const found = quotationsOf(damaged.map(({ text, at }) => `${text.slice(0, at)}”${text.slice(at)}`));
    damaged.forEach(({ id, elsewhere, expected }, i) => expect(elsewhere(found[i], 1), id).toEqual(expected));
  });
});
