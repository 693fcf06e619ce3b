import { expect, test } from 'vitest';
import { glimpse, howMuch, runs } from '../../web/src/page/reader/runs';
import { paragraphs } from '../../web/src/page/reader/segments';
import { analysis, block } from './analysis';

// A line a block; what begins with a hash is set aside.
function runsOf(...lines: string[]) {
  const text = lines.join('\n\n');
  const blocks = lines.map((line) => block(text, line, line.startsWith('#') ? 'chrome' : 'body'));
  return runs(paragraphs(text, analysis(text, { blocks })));
}

function dump(...lines: string[]): string[] {
  return runsOf(...lines).map(({ rows, folds }) => `${folds ? 'fold ' : ''}${rows.map(({ text }) => text).join('|')}`);
}

test('three lines that are set aside fold, two stand where they are', () => {
  expect(dump('#a', '#b', '#c', 'Text.', '#d', '#e')).toEqual(['fold #a|#b|#c', 'Text.', '#d', '#e']);
  expect(dump('One.', 'Two.', 'Three.', 'Four.')).toEqual(['One.', 'Two.', 'Three.', 'Four.']);
  expect(dump()).toEqual([]);
});

test('a long paragraph folds too, and so does one of many lines', () => {
  const long = `#${'word '.repeat(60)}end`;
  expect(dump('Text.', long)).toEqual(['Text.', `fold ${long}`]);
  expect(dump('#a\nb\nc')).toEqual(['fold #a\nb\nc']);
});

test('every block stands in one run, in order', () => {
  const lines = Array.from({ length: 40 }, (_, i) => (i % 7 < 4 ? `#line ${i}.` : `Line ${i}.`));
  expect(runsOf(...lines).flatMap(({ rows }) => rows.map(({ text }) => text))).toEqual(lines);
});

test('a run tells how much it holds, and its first words', () => {
  const [menu] = runsOf('#Home', '#News', '#Sport  and\tgames', `#${'Weather '.repeat(20)}`, '#Last');
  expect(howMuch(menu?.rows ?? [])).toBe('5 lines');
  expect(glimpse(menu?.rows ?? [])).toBe('#Home · #News · #Sport and games …');
  const [long] = runsOf(`#${'word '.repeat(60)}end`);
  expect(howMuch(long?.rows ?? [])).toBe('A paragraph');
  expect(glimpse(long?.rows ?? [])).toMatch(/^#word word .* word …$/);
  const [short] = runsOf('#a', '#b', '#c');
  expect(glimpse(short?.rows ?? [])).toBe('#a · #b · #c');
});
