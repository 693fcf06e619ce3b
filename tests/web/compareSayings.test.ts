import { expect, test } from 'vitest';
import type { Article } from '../../web/src/page/compare/article';
import { groupsByEntity, matchPeople } from '../../web/src/page/compare/people';
import { joinSentences, sentencesOf } from '../../web/src/page/compare/pieces';
import { alignSayings, type SayingGroup } from '../../web/src/page/compare/sayings';
import { align, difference, tokens } from '../../web/src/page/compare/words';
import { analysis, entity, quotation, span } from './analysis';

type Said = [speaker: string, words: string, indirect?: 'indirect'];

function article(id: string, ...said: Said[]): Article {
  const text = said.map(([speaker, words]) => `“${words}” ${speaker} said.`).join('\n\n');
  const names = [...new Set(said.map(([speaker]) => speaker))];
  const rows = {
    entities: names.map((name, i) => entity(text, `e${i}`, name)),
    quotations: said.map(([speaker, words, indirect], i) =>
      quotation(text, `q${i}`, {
        content: [words],
        ...(!indirect && { marks: [words] }),
        speaker,
        entities: [`e${names.indexOf(speaker)}`],
      }),
    ),
  };
  return { id, title: id, site: '', published: '', reading: { text, analysis: analysis(text, rows) } };
}

function run(articles: Article[]): SayingGroup[] {
  const steps = alignSayings(articles, groupsByEntity(matchPeople(articles).groups));
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const summary = (groups: SayingGroup[]) =>
  groups.map(({ first, others }) => [
    first.article,
    ...others.map(({ saying, likeness }) => `${saying.article} ${likeness}`),
  ]);

test('words are put side by side', () => {
  const one = tokens('The bridge is safe — again.');
  const other = tokens('The old bridge is safe now.');
  expect(difference(one, other, align(one, other))).toEqual([
    { words: 'The', in: 'both' },
    { words: 'old', in: 'there' },
    { words: 'bridge is safe', in: 'both' },
    { words: 'again.', in: 'here' },
    { words: 'now.', in: 'there' },
  ]);
});

test('a saying is found word for word, changed, shortened and told in other words', () => {
  const words = 'We tested every bolt of the old bridge twice before we opened it';
  const groups = run([
    article('A', ['Ana Reyes', words]),
    article('B', ['Ana Reyes', words.toUpperCase()]),
    article('C', ['Ana Reyes', words.replace('twice', 'carefully')]),
    article('D', ['Ana Reyes', 'every bolt of the old bridge']),
    article('E', ['Ana Reyes', 'they had tested all bolts of the bridge twice before it was opened', 'indirect']),
  ]);
  expect(summary(groups)).toEqual([['A', 'B exact', 'C nearly', 'D shortened', 'E paraphrased']]);
  expect(groups[0]?.others.map(({ score }) => Math.round(100 * score))).toEqual([100, 89, 65, 62]);
  expect(groups[0]?.others[1]?.parts.filter((part) => part.in !== 'both')).toEqual([
    { words: 'twice', in: 'here' },
    { words: 'carefully', in: 'there' },
  ]);
});

test('one sentence of several is found, and sentences that go together everywhere stay together', () => {
  const [a, b, c] = [
    'We tested every bolt of the bridge.',
    'Nobody needs to be afraid of it.',
    'The ferry will stop in May.',
  ];
  const [group, ...more] = run([
    article('A', ['Ana Reyes', `${a} ${b} ${c}`]),
    article('B', ['Omar Haddad', `${a} ${b}`]),
  ]);
  expect(more).toEqual([]);
  expect(group?.first).toMatchObject({ sentences: [0, 1], words: `${a} ${b}` });
  expect(group?.others[0]).toMatchObject({ likeness: 'exact', saying: { sentences: [0, 1] } });
});

test('words around a cue are one sentence', () => {
  const text = '“We will,” she said, “go home. I know it.” “Then,” she said, “Ana goes.”';
  const content = ['We will', 'go home. I know it.', 'Then', 'Ana goes.'].map((words) => span(text, words));
  const sentences = sentencesOf(text, { content });
  expect(sentences).toEqual(['We will go home.', 'I know it.', 'Then', 'Ana goes.']);
  expect(joinSentences(sentences, [0, 1, 3])).toBe('We will go home. I know it. … Ana goes.');
});

test('of other speakers the marked words must be nearly the same', () => {
  const words = 'We tested every bolt of the old bridge twice';
  const [one, two, three] = [
    article('A', ['Ana Reyes', words]),
    article('B', ['Omar Haddad', words.replace('twice', 'once')]),
    article('C', ['Lars Holm', 'We tested the bridge and every rope of it twice this year']),
  ];
  expect(summary(run([one, two, three]))).toEqual([['A', 'B nearly']]);
  // Reported words of somebody else are no repetition.
  expect(run([one, article('D', ['Omar Haddad', words.replace('twice', 'once'), 'indirect'])])).toEqual([]);
});

test('what shares only small words is not the same, nor is what is said twice in one article, nor a scrap', () => {
  const one = article('A', ['Ana Reyes', 'The council will not pay for the bridge']);
  expect(run([one, article('B', ['Ana Reyes', 'The council will not be open for the public'])])).toEqual([]);
  expect(run([article('A', ['Ana Reyes', 'We will build it now'], ['Ana Reyes', 'We will build it now'])])).toEqual([]);
  expect(run([article('A', ['Ana Reyes', 'We are glad']), article('B', ['Ana Reyes', 'We are glad'])])).toEqual([]);
});

test('what an agency sent to many is one group, and quick', () => {
  const many = Array.from({ length: 100 }, (_, i) =>
    article(
      `A${i}`,
      ['Ana Reyes', `The harbour wall of Port Ellery held through the long night of storm number ${i}`],
      ...Array.from({ length: 30 }, (_, j): Said => [
        `Speaker Number${j}`,
        `Nobody knows what ship ${j * 100 + i} brings to town`,
      ]),
    ),
  );
  const begin = performance.now();
  const groups = run(many);
  expect(performance.now() - begin).toBeLessThan(4000);
  expect(groups.find(({ first }) => first.speaker === 'Ana Reyes')?.others).toHaveLength(99);
});
