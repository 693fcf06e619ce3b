import { expect, test } from 'vitest';
import type { Article } from '../../web/src/page/compare/article';
import { bodyForm, fold, initialsOf, personForm } from '../../web/src/page/compare/names';
import { matchPeople, type Answers } from '../../web/src/page/compare/people';
import { contradict } from '../../web/src/page/compare/roles';
import type { Entity } from '../../wasm/src/schema';
import { analysis, entity } from './analysis';

type Name = [name: string, role?: string, type?: Entity['type'], aliases?: string[]];

function article(id: string, ...names: Name[]): Article {
  const text = names.map(([name]) => name).join('. ');
  const entities = names.map(([name, role, type = 'PERSON', aliases = []], i) => ({
    ...entity(text, `e${i}`, name, type),
    roles: role ? [{ text: role, start: 0, end: 0 }] : [],
    aliases,
  }));
  return { id, title: id, site: '', published: '', reading: { text, analysis: analysis(text, { entities }) } };
}

function matched(articles: Article[], answers: Answers = {}) {
  const { groups, doubts } = matchPeople(articles, answers);
  return {
    shared: groups.filter(({ members }) => members.length > 1).map(({ name }) => name),
    doubts: doubts.map(({ one, other, reason }) => [one.name, other.name, reason]),
  };
}

test('names are folded', () => {
  expect(fold('José O’Neill-Łuk')).toBe('jose oneill luk');
  expect(personForm('Mayor José O’Neill, Jr.')).toEqual({
    full: 'jose oneill',
    first: 'jose',
    middle: [],
    last: 'oneill',
    suffix: 'jr',
  });
  expect(personForm('J.K. Rowling')).toEqual(personForm('J. K. Rowling'));
  expect(personForm('Dr. Reyes')).toBeNull();
  expect(bodyForm('The Orsted Rail Co.')).toBe('orsted rail');
  expect(initialsOf('ministry of public works')).toBe('mpw');
});

test('the same full name is one, whatever accents, case and titles; another first name is another', () => {
  expect(
    matched([article('A', ['Ana Reyes'], ['Omar Haddad']), article('B', ['Mayor Ána REYES'], ['Nour Haddad'])]),
  ).toEqual({ shared: ['Mayor Ána REYES'], doubts: [] });
});

test('a surname alone says nothing beyond its article', () => {
  expect(matched([article('A', ['Reyes']), article('B', ['Ana Reyes']), article('C', ['Reyes'])])).toEqual({
    shared: [],
    doubts: [],
  });
});

test('types must agree', () => {
  expect(matched([article('A', ['Morgan Stanley']), article('B', ['Morgan Stanley', '', 'ORG'])])).toEqual({
    shared: [],
    doubts: [],
  });
});

test('initials, nicknames, middle names and suffixes are in doubt, and contradicting ones are not', () => {
  const ask = (one: string, other: string) => matched([article('A', [one]), article('B', [other])]).doubts;
  expect(ask('Ana Reyes', 'A. Reyes')).toEqual([['Ana Reyes', 'A. Reyes', '“A. Reyes” gives an initial only.']]);
  expect(ask('A. Reyes', 'A. Reyes')[0]?.[2]).toBe('Both give an initial only.');
  expect(ask('J. K. Rowling', 'J.K. Rowling')).toEqual([]);
  expect(ask('Bill Okafor', 'William Okafor')).toEqual([
    ['Bill Okafor', 'William Okafor', '“Bill” may be short for “William”, or the other way round.'],
  ]);
  expect(ask('Ana Maria Reyes', 'Ana Reyes')[0]?.[2]).toBe('Only one gives the middle name in full.');
  expect(ask('Tom Holt Jr.', 'Tom Holt')[0]?.[2]).toBe('Only “Tom Holt Jr.” has “jr”.');
  expect(ask('B. Reyes', 'Ana Reyes')).toEqual([]);
  expect(ask('Ana M. Reyes', 'Ana K. Reyes')).toEqual([]);
  expect(ask('Tom Holt Jr.', 'Tom Holt Sr.')).toEqual([]);
});

test('the same name with a calling that goes apart is in doubt', () => {
  expect(contradict('mayor of Port Ellery', 'a striker for the club')).toBe(true);
  expect(contradict('mayor of Port Ellery', 'mayor of Halden')).toBe(true);
  expect(contradict('mayor', 'a spokesman')).toBe(false);
  const both = [article('A', ['Ana Reyes', 'mayor of Port Ellery']), article('B', ['Ana Reyes', 'a footballer'])];
  expect(matched(both)).toEqual({
    shared: [],
    doubts: [['Ana Reyes', 'Ana Reyes', 'One is mayor of Port Ellery, the other a footballer.']],
  });
});

test('a body is one by its name, and in doubt by its initials', () => {
  const nhs = article('A', ['National Health Service', '', 'ORG'], ['Orsted Rail Ltd.', '', 'ORG']);
  expect(matched([nhs, article('B', ['NHS', '', 'ORG'], ['the Orsted Rail', '', 'ORG'])])).toEqual({
    shared: ['Orsted Rail Ltd.'],
    doubts: [['National Health Service', 'NHS', '“NHS” may be short for “National Health Service”.']],
  });
});

test('the reader’s answers settle a doubt, and hold for other articles with these names', () => {
  const [first, second] = [article('A', ['Ana Reyes']), article('B', ['A. Reyes', 'mayor'])];
  const [doubt] = matchPeople([first, second]).doubts;
  if (!doubt) throw new Error('a doubt expected');
  expect(matched([first, second], { [doubt.key]: 'not same' })).toEqual({ shared: [], doubts: [] });
  const more = [second, first, article('C', ['Ana Reyes'])];
  const { groups, doubts } = matchPeople(more, { [doubt.key]: 'same' });
  expect(doubts).toEqual([]);
  expect(groups).toHaveLength(1);
  expect(groups[0]).toMatchObject({ name: 'Ana Reyes', role: 'mayor' });
  expect(groups[0]?.members.map(({ article: id }) => id).sort()).toEqual(['A', 'B', 'C']);
});

test('two that one article tells apart stay two', () => {
  const { groups } = matchPeople([article('A', ['Ana Reyes'], ['ANA REYES']), article('B', ['Ana Reyes'])]);
  expect(groups.map(({ members }) => members.length).sort()).toEqual([1, 2]);
});

test('200 articles of 50 names are quick, even where all share a last name', () => {
  const letters = [...'abcdefghijklmnopqrst'];
  const many = (last: (i: number) => string) =>
    Array.from({ length: 200 }, (_, i) =>
      article(
        `A${i}`,
        ...Array.from({ length: 50 }, (_, j): Name => {
          const n = i * 50 + j;
          return [`${j % 5 ? `Ann${letters[n % 20]}${letters[Math.floor(n / 20) % 20]}` : 'A.'} ${last(n)}`];
        }),
      ),
    );
  for (const articles of [many((n) => `Last${letters[n % 19]}${letters[n % 17]}`), many(() => 'Smith')]) {
    const begin = performance.now();
    matchPeople(articles);
    expect(performance.now() - begin).toBeLessThan(5000);
  }
});
