import { expect, test } from 'vitest';
import { checks } from '../../web/src/page/checks';
import type { Figure } from '../../wasm/src/schema';
import { analysis, entity, quotation, span, time } from './analysis';

const text =
  '“We will build it,” Ana Reyes said in 2025. Perhaps she said the cost was $4 million. Officials said no. “Who pays?” ' +
  'In 2025 now 9 percent.';
const unnamed = quotation(text, 'q3', { content: ['no'], speaker: 'Officials' });
if (unnamed.speaker) unnamed.speaker.class = 'unnamed';
const first = quotation(text, 'q1', {
  content: ['We will build it'],
  marks: ['We will build it'],
  speaker: 'Ana Reyes',
  entities: ['e1'],
});
const figure = (words: string, kind: string, value: string, unit: string): Figure => ({
  ...span(text, words),
  kind,
  value,
  unit,
});
const article = {
  ...analysis(text, {
    entities: [entity(text, 'e1', 'Ana Reyes')],
    quotations: [
      first,
      quotation(text, 'q2', { content: ['the cost was $4 million'], speaker: 'she', entities: ['e1'], score: 0.4 }),
      unnamed,
      quotation(text, 'q4', { content: ['Who pays?'], marks: ['Who pays?'] }),
      { ...first, id: 'q9', duplicate_of: 'q1' },
    ],
    times: [
      time(text, 't1', '2025', '2025'),
      { ...time(text, 't2', '2025', '2025'), ...span(text, '2025', 100) },
      time(text, 't3', 'now', 'PRESENT_REF'),
    ],
  }),
  figures: [figure('$4 million', 'money', '4000000', 'USD'), figure('9 percent', 'percentage', '9', '%')],
};

test('what is most in need of a check comes first, each thing once', () => {
  const found = checks({ text, analysis: article, said: [] });
  expect(found.map(({ kind, checks: all }) => [kind, ...all.map(({ words, note }) => `${words} | ${note}`)])).toEqual([
    ['speaker', 'the cost was $4 million | Perhaps Ana Reyes.', '“Who pays?” | No speaker found.'],
    ['source', 'no | Given to “Officials”.'],
    ['figure', '$4 million | 4,000,000 USD', '9 percent | '],
    ['time', '2025 | ', '2025 | '],
    ['quotation', '“We will build it” | Ana Reyes'],
  ]);
});

test('a key is the same after an edit elsewhere, and another for the same words again', () => {
  const keys = (before: string) => {
    const moved = <Row extends { start: number; end: number }>(row: Row) => ({
      ...row,
      start: row.start + before.length,
      end: row.end + before.length,
    });
    const times = article.times.map(moved);
    const shifted = { ...article, quotations: [], figures: article.figures.map(moved), times };
    return checks({ text: before + text, analysis: shifted, said: [] }).flatMap((group) =>
      group.checks.map(({ key }) => key),
    );
  };
  expect(keys('')).toEqual(['figure $4 million', 'figure 9 percent', 'time 2025', 'time 2025 2']);
  expect(keys('Today. ')).toEqual(keys(''));
});

test('nothing to check is nothing', () => {
  expect(checks({ text: 'Rain.', analysis: analysis('Rain.', {}), said: [] })).toEqual([]);
});
