import { expect, test } from 'vitest';
import type { Article } from '../../web/src/page/compare/article';
import { compareAll, inSlices } from '../../web/src/page/compare/compare';
import { letterOf } from '../../web/src/page/compare/letters';
import { analysis, entity, quotation } from './analysis';

function article(id: string, ...said: [speaker: string, words: string][]): Article {
  const text = said.map(([speaker, words]) => `“${words}” ${speaker} said.`).join('\n\n');
  const rows = {
    entities: said.map(([speaker], i) => entity(text, `e${i}`, speaker)),
    quotations: said.map(([speaker, words], i) =>
      quotation(text, `q${i}`, { content: [words], marks: [words], speaker, entities: [`e${i}`] }),
    ),
  };
  return { id, title: id, site: '', published: '', reading: { text, analysis: analysis(text, rows) } };
}

const one = article(
  'A',
  ['Ana Reyes', 'The wall held through the night. Nobody else will tell you that.'],
  ['Omar Haddad', 'I lost both of my boats.'],
);
const other = article('B', ['A. Reyes', 'The wall held through the night.'], ['Omar Haddad', 'We want it rebuilt.']);

test('what only one says leaves out what both say, and tells of doubt', async () => {
  const compared = await inSlices(compareAll([one, other], {}), () => true);
  expect(compared?.sayings).toHaveLength(1);
  expect(
    compared?.only.map((list) =>
      list.map(({ source, shared, perhaps, sayings }) => [
        source.name,
        shared,
        perhaps,
        sayings.map(({ words }) => words),
      ]),
    ),
  ).toEqual([
    [
      ['Ana Reyes', false, 'A. Reyes', ['Nobody else will tell you that.']],
      ['Omar Haddad', true, null, ['I lost both of my boats.']],
    ],
    [['Omar Haddad', true, null, ['We want it rebuilt.']]],
  ]);
});

test('a comparison that is not wanted any more ends', async () => {
  const endless = (function* (): Generator<undefined, string> {
    for (;;) yield;
  })();
  expect(await inSlices(endless, () => false)).toBeNull();
});

test('articles are lettered beyond Z', () => {
  expect([0, 25, 26, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
