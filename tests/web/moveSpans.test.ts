import { expect, test } from 'vitest';
import { findEdit, moveSpans } from '../../web/src/page/input/moveSpans';

const before = 'Title\n\nBody text\n\nCaption';
const hints = [
  { start: 0, end: 5, heading: 1 },
  { start: 18, end: 25, caption: true },
];

function moved(after: string): string[] {
  return moveSpans(hints, findEdit(before, after)).map(({ start, end }) => after.slice(start, end));
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

test('a whole line put in front does not become part of the next, even where both begin alike', () => {
  expect(moved('Today\n\nTitle\n\nBody text\n\nCaption')).toEqual(['Title', 'Caption']);
  expect(moved('Title\n\nBody text\n\nCat\n\nCaption')).toEqual(['Title', 'Caption']);
  const edit = findEdit('Today\n\nTitle', 'Title');
  expect(moveSpans([{ start: 7, end: 12 }], edit)).toEqual([{ start: 0, end: 5 }]);
});
