import { expect, test } from 'vitest';
import { moveHints, sharedEnds } from '../../web/src/page/input/moveHints';

const before = 'Title\n\nBody text\n\nCaption';
const hints = [
  { start: 0, end: 5, heading: 1 },
  { start: 18, end: 25, caption: true },
];

function moved(after: string): string[] {
  return moveHints(hints, before, after).map(({ start, end }) => after.slice(start, end));
}

test('hints before an edit stay and those behind it move along', () => {
  expect(moved('Title\n\nBody of the text\n\nCaption')).toEqual(['Title', 'Caption']);
  expect(moved('Title\n\ntext\n\nCaption')).toEqual(['Title', 'Caption']);
  expect(moved('New: Title\n\nBody text\n\nCaption')[1]).toBe('Caption');
});

test('a hint grows and shrinks with what is typed inside it', () => {
  expect(moved('Tixxtle\n\nBody text\n\nCaption')[0]).toBe('Tixxtle');
  expect(moved('Tie\n\nBody text\n\nCaption')[0]).toBe('Tie');
});

test('a hint goes with its text', () => {
  expect(moved('Title\n\nBody text')).toEqual(['Title']);
  expect(moved('')).toEqual([]);
  expect(moved('all of it is new')).toEqual([]);
});

test('an edit over a border cuts the hint there', () => {
  expect(moved('Title\n\nBody tion')).toEqual(['Title', 'ion']);
});

test('what an edit left alone is counted once', () => {
  expect(sharedEnds('aaa', 'aaaa')).toEqual({ prefix: 3, suffix: 0 });
  expect(sharedEnds('one two', 'one or two')).toEqual({ prefix: 4, suffix: 3 });
  expect(sharedEnds('one', '')).toEqual({ prefix: 0, suffix: 0 });
});
