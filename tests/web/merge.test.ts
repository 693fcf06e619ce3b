// Two windows, one article: what is put together, and what only the reader can decide.
import { describe, expect, test } from 'vitest';
import { emptySheet } from '../../web/src/page/sheet';
import { changed, merge } from '../../web/src/page/store/merge';
import type { SavedDraft } from '../../web/src/page/store/saved';

const base: SavedDraft = { ...emptySheet, id: 'a', archive: null, text: 'The wall stays.' };
const said = { now: [{ start: 0, end: 3, kind: 'chrome' as const, was: 'body' as const }], before: [[]] };

describe('what is put together', () => {
  test('a day here and a tick there', () => {
    const merged = merge(base, { ...base, referenceDate: '2026-03-04' }, { ...base, checked: ['time Friday'] });
    expect(merged).toEqual({ ...base, referenceDate: '2026-03-04', checked: ['time Friday'] });
  });

  test('two days: the newer one', () => {
    const merged = merge(base, { ...base, referenceDate: '2026-03-04' }, { ...base, referenceDate: '2026-01-01' });
    expect(merged?.referenceDate).toBe('2026-03-04');
  });

  test('the text here and the day there', () => {
    const mine = { ...base, text: 'The wall falls.' };
    expect(merge(base, mine, { ...base, referenceDate: '2026-03-04' })).toEqual({
      ...mine,
      referenceDate: '2026-03-04',
    });
    expect(merge(base, { ...base, referenceDate: '2026-03-04' }, mine)).toEqual({
      ...mine,
      referenceDate: '2026-03-04',
    });
  });

  test('the same change in both', () => {
    const both = { ...base, text: 'The wall falls.', kinds: said };
    expect(merge(base, both, structuredClone(both))).toEqual(both);
  });
});

describe('what is not', () => {
  test('two texts', () => {
    expect(merge(base, { ...base, text: 'The wall falls.' }, { ...base, text: 'The wall stands.' })).toBeNull();
  });

  test('a text, and what is said of a paragraph of the old one', () => {
    expect(merge(base, { ...base, text: 'The wall falls.' }, { ...base, kinds: said })).toBeNull();
  });

  test('fields that are not known here hang on the text', () => {
    const mine = { ...base, later: [{ op: 'rename' }] } as SavedDraft;
    expect(merge(base, mine, { ...base, text: 'The wall falls.' })).toBeNull();
    expect(merge(base, mine, { ...base, checked: ['x'] })).toEqual({ ...mine, checked: ['x'] });
  });
});

test('a new name alone is no change', () => {
  expect(changed(base, { ...base, id: 'b' }).any).toBe(false);
  expect(changed(base, { ...base, hints: [{ start: 0, end: 3 }] })).toMatchObject({ any: true, text: true });
});
