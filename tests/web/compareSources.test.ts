import { expect, test } from 'vitest';
import type { Article } from '../../web/src/page/compare/article';
import { overTime } from '../../web/src/page/compare/overTime';
import { groupsByEntity, matchPeople } from '../../web/src/page/compare/people';
import { compareSources } from '../../web/src/page/compare/sources';
import { analysis, entity, quotation } from './analysis';

const texts = {
  a: '“We will build it,” Ana Reyes said. Ana Reyes said the cost was low. Officials said no. “Who pays?”',
  b: '“We will,” Ana Reyes said. Omar Haddad said the firm was glad.',
};
const officials = quotation(texts.a, 'q3', { content: ['no'], speaker: 'Officials' });
if (officials.speaker) officials.speaker.class = 'unnamed';
const said = { speaker: 'Ana Reyes', entities: ['e1'] };
const reyes = (text: string) => ({
  ...entity(text, 'e1', 'Ana Reyes'),
  roles: [{ text: 'mayor', start: 0, end: 0 }],
  pronouns: 'she',
});

function articles(publishedA: string, publishedB: string): Article[] {
  const a = analysis(texts.a, {
    entities: [reyes(texts.a)],
    quotations: [
      quotation(texts.a, 'q1', { content: ['We will build it'], marks: ['We will build it'], ...said }),
      quotation(texts.a, 'q2', { content: ['the cost was low'], ...said }),
      officials,
      quotation(texts.a, 'q4', { content: ['Who pays?'], marks: ['Who pays?'] }),
    ],
  });
  const b = analysis(texts.b, {
    entities: [reyes(texts.b), entity(texts.b, 'e2', 'Omar Haddad')],
    quotations: [
      quotation(texts.b, 'q1', { content: ['We will'], marks: ['We will'], ...said }),
      quotation(texts.b, 'q2', { content: ['the firm was glad'], speaker: 'Omar Haddad', entities: ['e2'] }),
    ],
  });
  return [
    { id: 'A', title: 'A', site: '', published: publishedA, reading: { text: texts.a, analysis: a } },
    { id: 'B', title: 'B', site: '', published: publishedB, reading: { text: texts.b, analysis: b } },
  ];
}

const groupsOf = (all: Article[]) => groupsByEntity(matchPeople(all).groups);

test('shared sources stand side by side, others with the article that alone has them', () => {
  const all = articles('', '');
  const { shared, only, all: sums } = compareSources(all, groupsOf(all));
  expect(shared).toEqual([
    {
      key: 'PERSON ana reyes',
      name: 'Ana Reyes',
      role: 'mayor',
      named: true,
      told: [
        { quoted: 4, reported: 4, share: 8 / 11, quotations: ['q1', 'q2'] },
        { quoted: 2, reported: 0, share: 2 / 6, quotations: ['q1'] },
      ],
    },
  ]);
  expect(only.map((sources) => sources.map(({ name }) => name))).toEqual([
    ['Officials', 'Unattributed'],
    ['Omar Haddad'],
  ]);
  expect(only[0]?.map(({ named }) => named)).toEqual([false, false]);
  expect(sums).toEqual([
    { quoted: 6, reported: 5 },
    { quoted: 2, reported: 4 },
  ]);
});

test('unnamed officials of two articles are never one source', () => {
  const [a] = articles('', '');
  if (!a) throw new Error('an article expected');
  const twice = [a, { ...a, id: 'C' }];
  expect(compareSources(twice, groupsOf(twice)).shared.map(({ name }) => name)).toEqual(['Ana Reyes']);
});

test('voices are counted month by month, with the months between, unnamed ones and undated articles apart', () => {
  const all = articles('2025-11-30', '2026-01-02T08:00Z');
  const undated = { ...(all[0] as Article), id: 'C', published: '' };
  const found = overTime([...all, undated], groupsOf(all), 'who');
  expect(found.periods).toEqual([
    { key: '2025-11', name: 'Nov 2025', articles: 1 },
    { key: '2025-12', name: 'Dec 2025', articles: 0 },
    { key: '2026-01', name: 'Jan 2026', articles: 1 },
  ]);
  expect(found.rows.map(({ name, times, quoted, reported }) => [name, times, quoted, reported])).toEqual([
    ['Ana Reyes', 3, 6, 4],
    ['Omar Haddad', 1, 0, 4],
  ]);
  expect(found.rows[0]?.cells.map(({ times }) => times)).toEqual([2, 0, 1]);
  expect([found.unnamed.times, found.nobody.times]).toEqual([1, 1]);
  expect(found.undated).toEqual([undated]);
});

test('voices over time are grouped by pronoun and role as the text gives them', () => {
  const all = articles('2025-11-30', '2026-01-02');
  const names = (by: 'pronouns' | 'role') =>
    overTime(all, groupsOf(all), by).rows.map(({ name, times }) => [name, times]);
  expect(names('pronouns')).toEqual([
    ['she', 3],
    ['No pronoun in the text', 1],
  ]);
  expect(names('role')).toEqual([
    ['mayor', 3],
    ['No role in the text', 1],
  ]);
});

test('a long stretch is told by years, also where months are wanted', () => {
  const all = articles('1999-12-31', '2026-01-02');
  const found = overTime(all, groupsOf(all), 'who', 'month');
  expect(found.step).toBe('year');
  expect(found.periods).toHaveLength(28);
  expect(found.periods[0]).toEqual({ key: '1999', name: '1999', articles: 1 });
  expect(overTime(articles('2025-13-01', 'soon'), groupsOf(all), 'who').periods).toEqual([]);
});
