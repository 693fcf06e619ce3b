import { expect, test } from 'vitest';
import { doubtfulOnes, inWords, speakerName } from '../../web/src/page/speakers';
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

test('a speaker with a low score is shown in doubt', () => {
  const doubts = article.quotations.map((row) => speakerName(row, article).doubt);
  expect(doubts).toEqual([false, true, false, true]);
  expect([0.9, 0.7, 0.5, 0.49].map(inWords)).toEqual(['certain', 'likely', 'unsure', 'in doubt']);
});

test('in doubt are those without a speaker and those with an unsure one, each once', () => {
  expect(doubtfulOnes(article).map(({ id }) => id)).toEqual(['q2', 'q4']);
  const [, second] = article.quotations;
  if (!second) throw new Error('two quotations expected');
  const repeated = { ...article, quotations: [second, { ...second, id: 'q9', duplicate_of: 'q2' }] };
  expect(doubtfulOnes(repeated).map(({ id }) => id)).toEqual(['q2']);
});
