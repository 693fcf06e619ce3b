import { expect, test } from 'vitest';
import { nobody } from '../../web/src/page/speakers';
import { grouped, headOf, isNamed, voices, type Grouping } from '../../web/src/page/voices';
import { analysis, block, entity, quotation } from './analysis';

const text =
  'Deal at last\n\n“We will build it,” Ana Reyes said. She said the cost was low.\n\nOfficials said no. “Who pays?”\n\n' +
  'Omar Haddad, a spokesman, said the firm was glad.';
const reyes = {
  ...entity(text, 'e1', 'Ana Reyes'),
  roles: [{ text: 'mayor of Port Ellery', start: 0, end: 0 }],
  pronouns: 'she',
};
const haddad = { ...entity(text, 'e2', 'Omar Haddad'), roles: [{ text: 'a spokesman', start: 0, end: 0 }] };
const inBlock = (block: string, row: ReturnType<typeof quotation>) => ({ ...row, block });
const unnamed = quotation(text, 'q3', { content: ['no'], speaker: 'Officials' });
if (unnamed.speaker) unnamed.speaker.class = 'unnamed';
const paragraphs = text.split('\n\n');
const blocks = paragraphs.map((words, i) => ({ ...block(text, words, i ? 'body' : 'title'), id: `b${i}` }));
const article = analysis(text, {
  blocks,
  entities: [reyes, haddad],
  quotations: [
    inBlock(
      'b1',
      quotation(text, 'q1', {
        content: ['We will build it'],
        marks: ['We will build it'],
        speaker: 'Ana Reyes',
        entities: ['e1'],
      }),
    ),
    inBlock(
      'b1',
      quotation(text, 'q2', { content: ['the cost was low'], speaker: 'She', entities: ['e1'], score: 0.4 }),
    ),
    inBlock('b2', unnamed),
    inBlock('b2', quotation(text, 'q4', { content: ['Who pays?'], marks: ['Who pays?'] })),
    inBlock('b3', quotation(text, 'q5', { content: ['the firm was glad'], speaker: 'Omar Haddad', entities: ['e2'] })),
  ],
});
const heard = voices(text, article);

test('quotations of one entity are one voice, whatever phrase names it', () => {
  expect(heard[0]).toEqual({
    id: 'e1',
    name: 'Ana Reyes',
    role: 'mayor of Port Ellery',
    kind: 'person',
    pronouns: 'she',
    quotations: ['q1', 'q2'],
    first: 'paragraph 1',
    quoted: 4,
    reported: 4,
  });
  expect(heard.map(({ id }) => id)).toEqual(['e1', 'e2', '“officials”', nobody]);
  expect(heard.map(isNamed)).toEqual([true, true, false, false]);
  expect(heard.map(({ first }) => first)).toEqual(['paragraph 1', 'paragraph 3', 'paragraph 2', 'paragraph 2']);
});

test('a repeated quotation and one within another are not counted twice', () => {
  const [first, second] = article.quotations;
  if (!first || !second) throw new Error('two quotations expected');
  const repeated = {
    ...article,
    quotations: [first, { ...first, id: 'q9', duplicate_of: 'q1' }, { ...second, parent: 'q1' }],
  };
  expect(voices(text, repeated).map(({ quoted, reported }) => quoted + reported)).toEqual([4]);
});

test('groups hold every voice once, and their words add up', () => {
  const namesOf = (by: Grouping) => grouped(heard, by).map(({ name, quoted, reported }) => [name, quoted + reported]);
  expect(namesOf('none')).toEqual([['', 15]]);
  expect(namesOf('kind')).toEqual([
    ['People by name', 12],
    ['No speaker found', 2],
    ['Not named', 1],
  ]);
  expect(namesOf('role')).toEqual([
    ['mayor', 8],
    ['spokesman', 4],
    ['No role in the text', 3],
  ]);
});

test('pronouns are those of the text, and never guessed', () => {
  expect(grouped(heard, 'pronouns').map(({ name, voices: all }) => [name, all.map(({ id }) => id)])).toEqual([
    ['she', ['e1']],
    ['No pronoun in the text', ['e2']],
    ['Not one named person', ['“officials”', nobody]],
  ]);
});

test('a role turns on one word', () => {
  const roles = [
    'Kremlin spokesman',
    'a spokesman for the police',
    'Mayor',
    'economist at the University of Chile, 44',
  ];
  expect(roles.map(headOf)).toEqual(['spokesman', 'spokesman', 'mayor', 'economist']);
  expect(headOf('who leads the union')).toBe('');
});
