import { expect, test } from 'vitest';
import { inWords, nobody, speakerName, voices } from '../../web/src/page/speakers';
import { analysis, entity, quotation } from './analysis';

const text =
  '“We will build it,” Ana Reyes said. She said the cost was low. Officials said no. “Who pays?” Reyes Ltd. objects.';
const reyes = { ...entity(text, 'e1', 'Ana Reyes'), roles: [{ text: 'mayor', start: 0, end: 0 }] };
const article = analysis(text, {
  entities: [reyes],
  quotations: [
    quotation(text, 'q1', {
      content: ['We will build it'],
      marks: ['We will build it'],
      speaker: 'Ana Reyes',
      entities: ['e1'],
    }),
    quotation(text, 'q2', { content: ['the cost was low'], speaker: 'She', entities: ['e1'], score: 0.4 }),
    quotation(text, 'q3', { content: ['no'], speaker: 'Officials' }),
    quotation(text, 'q4', { content: ['Who pays?'], marks: ['Who pays?'] }),
  ],
});

test('quotations of one entity are one voice, whatever phrase names it', () => {
  expect(voices(text, article)).toEqual([
    {
      id: 'e1',
      name: 'Ana Reyes',
      role: 'mayor',
      named: true,
      quotations: ['q1', 'q2'],
      markedWords: 4,
      reportedWords: 4,
    },
    {
      id: '“officials”',
      name: 'Officials',
      role: '',
      named: false,
      quotations: ['q3'],
      markedWords: 0,
      reportedWords: 1,
    },
    {
      id: nobody,
      name: 'Unattributed',
      role: '',
      named: false,
      quotations: ['q4'],
      markedWords: 2,
      reportedWords: 0,
    },
  ]);
});

test('a repeated quotation and one within another are not counted twice', () => {
  const [first, second] = article.quotations;
  if (!first || !second) throw new Error('two quotations expected');
  const repeated = {
    ...article,
    quotations: [first, { ...first, id: 'q9', duplicate_of: 'q1' }, { ...second, parent: 'q1' }],
  };
  expect(voices(text, repeated).map((voice) => voice.markedWords + voice.reportedWords)).toEqual([4]);
});

test('a speaker with a low score is shown in doubt', () => {
  const doubts = article.quotations.map((row) => speakerName(row, article).doubt);
  expect(doubts).toEqual([false, true, false, true]);
  expect([0.9, 0.7, 0.5, 0.49].map(inWords)).toEqual(['certain', 'likely', 'unsure', 'in doubt']);
});
