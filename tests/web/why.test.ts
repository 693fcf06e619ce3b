import { expect, test } from 'vitest';
import { why } from '../../web/src/page/why';
import type { Analysis, Quotation } from '../../wasm/src/schema';
import { analysis, entity, quotation, span } from './analysis';

const text = 'Ana Reyes came late. “We will build it,” she said. “Who pays?”';
const reyes = entity(text, 'e1', 'Ana Reyes');
const said = quotation(text, 'q1', {
  content: ['We will build it'],
  marks: ['We will build it'],
  cue: 'said',
  speaker: 'she',
  entities: ['e1'],
});

function whyOf(row: Quotation, article: Analysis = analysis(text, { entities: [reyes], quotations: [row] })) {
  return why(row, { text, analysis: article, said: [] });
}

function given(evidence: [kind: string, words: string][], score = 1): Quotation {
  if (!said.speaker) throw new Error('a speaker expected');
  const rows = evidence.map(([kind, words]) => ({ kind, ...span(text, words) }));
  return { ...said, speaker: { ...said.speaker, score, evidence: rows } };
}

test('each piece of evidence is told with its place, and what a pronoun means with the name', () => {
  const { reasons, doubts } = whyOf(
    given([
      ['cue', 'said'],
      ['tag', 'she'],
      ['frame', 'she'],
    ]),
  );
  expect(reasons).toEqual([
    { sign: 'cue', words: '“said” is a word of saying.', place: span(text, 'said') },
    {
      sign: 'speaker',
      words:
        '“she” stands where such a sentence names its speaker, and the trained tagger sees the speaker there, too.',
      place: span(text, 'she'),
    },
    { sign: 'chain', words: '“she” means Ana Reyes, who is named here: “Ana Reyes”.', place: span(text, 'Ana Reyes') },
  ]);
  expect(doubts).toEqual([]);
});

test('a name that is the phrase itself needs no chain', () => {
  const row = quotation(text, 'q1', { content: ['We will build it'], speaker: 'Ana Reyes', entities: ['e1'] });
  expect(whyOf(row).reasons).toEqual([]);
});

test('what is missing is told where the speaker is in doubt', () => {
  expect(whyOf(given([['previous_speaker', 'she']], 0.5))).toMatchObject({
    reasons: [{ words: 'It goes on from the quotation before it, which is by “she”.' }, { sign: 'chain' }],
    doubts: [
      'There is no word of saying.',
      'The sentence is not built in a way that shows its speaker.',
      'The trained tagger sees no speaker there.',
    ],
  });
  expect(
    whyOf(
      given(
        [
          ['cue', 'said'],
          ['tag', 'she'],
          ['frame', 'she'],
        ],
        0.5,
      ),
    ).doubts,
  ).toEqual(['The words allow for another reading.']);
});

test('where nobody is found, that is told', () => {
  const row = quotation(text, 'q2', { content: ['Who pays?'], marks: ['Who pays?'] });
  expect(whyOf(row)).toEqual({
    reasons: [],
    doubts: ['There is no word of saying, and nobody is named beside it.'],
  });
});
