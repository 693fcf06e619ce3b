// When something is saved: typing gathers for less than half a second, everything else is saved at once, nothing that was left
// is forgotten.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptySheet } from '../../web/src/page/sheet';
import { Autosave } from '../../web/src/page/store/autosave';
import { savedDraft, type Draft, type SavedDraft } from '../../web/src/page/store/saved';

const draft = (id: string, text: string, more: Partial<Draft> = {}): Draft => ({
  ...emptySheet,
  id,
  text,
  archive: null,
  aside: null,
  came: '',
  ...more,
});

let saved: SavedDraft[] = [];
let autosave: Autosave;
const texts = () => saved.map(({ id, text }) => `${id}: ${text}`);

beforeEach(() => {
  vi.useFakeTimers();
  saved = [];
  autosave = new Autosave((each) => saved.push(each));
});
afterEach(() => {
  vi.useRealTimers();
});

test('a new text is saved at once, an empty one never', () => {
  autosave.see(draft('a', ' '));
  expect(texts()).toEqual([]);
  autosave.see(draft('a', 'One'));
  expect(texts()).toEqual([]);
  vi.advanceTimersByTime(500);
  autosave.see(draft('b', 'Two'));
  expect(texts()).toEqual(['a: One', 'b: Two']);
});

test('typing is saved half a second after its first letter, however long it goes on', () => {
  autosave.see(draft('a', 'O'));
  for (let i = 1; i <= 10; i++) {
    autosave.see(draft('a', `O${'n'.repeat(i)}`));
    vi.advanceTimersByTime(100);
  }
  expect(saved.length).toBeGreaterThanOrEqual(3);
  vi.advanceTimersByTime(500);
  expect(texts().at(-1)).toBe(`a: O${'n'.repeat(10)}`);
});

test('a tick, a day, a word on a paragraph are saved at once, with what was typed', () => {
  autosave.see(draft('a', 'One'));
  autosave.see(draft('a', 'One two'));
  autosave.see(draft('a', 'One two', { checked: ['x'] }));
  expect(saved.map(({ text, checked }) => [text, checked])).toEqual([
    ['One', []],
    ['One two', ['x']],
  ]);
  vi.advanceTimersByTime(1000);
  expect(saved).toHaveLength(2);
});

test('what was typed is saved when another article is opened or the box is emptied', () => {
  autosave.see(draft('a', 'One'));
  autosave.see(draft('a', 'One two'));
  autosave.see(draft('b', 'Other'));
  autosave.see(draft('b', 'Other two'));
  autosave.see(draft('b', ''));
  expect(texts()).toEqual(['a: One', 'a: One two', 'b: Other', 'b: Other two']);
});

test('what is known to be saved is not saved again, nor what only lies aside', () => {
  const one = draft('a', 'One');
  autosave.know(savedDraft(one));
  autosave.see({ ...one });
  autosave.see({ ...one, aside: draft('b', 'Other'), came: 'It came.' });
  vi.advanceTimersByTime(1000);
  expect(saved).toEqual([]);
});
