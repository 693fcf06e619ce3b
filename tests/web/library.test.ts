// What the library shows of an article, and by which words it is found.
import { describe, expect, test } from 'vitest';
import { cardOf, isIn, newestFirst, someNames, wordsOf } from '../../web/src/page/library/search';
import { emptySheet } from '../../web/src/page/sheet';
import type { SavedDraft } from '../../web/src/page/store/saved';
import { summarize } from '../../web/src/page/store/summary';
import { analysis, entity, quotation } from './analysis';

const text = 'Café stays\n\n“It stays,” Zoë Holt said to Lars Holm.';
const draft: SavedDraft = { ...emptySheet, id: 'a', archive: null, text };
const reading = {
  text,
  said: [],
  analysis: analysis(text, {
    entities: [entity(text, 'e1', 'Zoë Holt'), entity(text, 'e2', 'Lars Holm')],
    quotations: [
      quotation(text, 'q1', { content: ['It stays,'], marks: ['It stays,'], speaker: 'Zoë Holt', entities: ['e1'] }),
    ],
  }),
};
const times = { created: 1, changed: 2 };

describe('the summary', () => {
  test('has names from the analysis', () => {
    const { voices, people, quotations, words, title } = summarize(draft, reading, times);
    expect({ voices, people, quotations, words, title }).toEqual({
      voices: ['Zoë Holt'],
      people: ['Zoë Holt', 'Lars Holm'],
      quotations: 1,
      words: 10,
      title: 'Café stays',
    });
  });

  test('keeps them while another text is not analysed yet, but has its own words', () => {
    const before = summarize(draft, reading, times);
    const later = summarize({ ...draft, text: `New title\n\n${text}` }, reading, times, before);
    expect(later).toMatchObject({ voices: ['Zoë Holt'], quotations: 1, words: 12, title: 'New title' });
  });

  test('takes the headline over the document’s title, and that over the first words', () => {
    const told = { ...draft, metadata: { title: 'Told', site: 'Meridian Wire' }, referenceDate: '2026-03-04' };
    expect(summarize(told, null, times)).toMatchObject({
      title: 'Told',
      site: 'Meridian Wire',
      published: '2026-03-04',
    });
    const headline = structuredClone(reading);
    headline.analysis.metadata.title = { value: 'Read', start: 0, end: 4, score: 1 };
    expect(summarize(told, headline, times).title).toBe('Read');
  });
});

describe('the search', () => {
  const card = cardOf(summarize(draft, reading, times));
  const saved = { id: 'a', revision: 1, created: 1, changed: 2, draft };
  test.each([
    ['zoe CAFE', true],
    ['holm', true],
    ['stays zoë', true],
    ['said lars', true],
    ['said nobody', false],
    ['', true],
  ])('for “%s”', (query, found) => {
    expect(isIn(wordsOf(query), saved, card)).toBe(found);
  });

  test('reads an archive’s whole text', () => {
    const whole = { ...emptySheet, text: 'Another article about ferries.' };
    const archive = { whole, articles: [], open: null };
    expect(isIn(['ferries'], { ...saved, draft: { ...draft, archive } }, card)).toBe(true);
  });
});

test('the newest comes first', () => {
  const [old, young] = [1, 2].map((changed) => summarize(draft, null, { created: 1, changed }));
  expect(newestFirst([old, young].filter((each) => each !== undefined)).map(({ changed }) => changed)).toEqual([2, 1]);
});

test('names are cut short', () => {
  expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map((names) => someNames(names))).toEqual([
    '',
    'A',
    'A and B',
    'A, B and 1 more',
  ]);
});
