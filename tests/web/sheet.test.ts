import { expect, test } from 'vitest';
import { nothingSaid, say } from '../../web/src/page/blockKinds';
import { editSheet, emptySheet, pasteInto, requestFor, sheetOf } from '../../web/src/page/sheet';

const document = {
  text: 'Wall to rise\n\nThe council met.',
  hints: [{ start: 0, end: 12, heading: 1 }],
  metadata: { title: 'Wall to rise', published: '2026-03-04' },
};
const told = sheetOf(document);

test('the day that a document tells is the day of reference', () => {
  expect(told.referenceDate).toBe('2026-03-04');
  expect(sheetOf({ ...document, metadata: {} }).referenceDate).toBe('');
});

test('what is known moves along with an edit', () => {
  const block = { start: 14, end: 30, kind: 'body' as const };
  const sheet = { ...told, blocks: [block], kinds: say(nothingSaid, [block], 'chrome') };
  const edited = editSheet(sheet, `Today\n\n${sheet.text}`);
  expect(edited.hints).toEqual([{ start: 7, end: 19, heading: 1 }]);
  expect(edited.blocks).toEqual([{ start: 21, end: 37, kind: 'body' }]);
  expect(edited.kinds.now).toMatchObject([{ start: 21, end: 37, kind: 'chrome' }]);
  expect(edited.metadata).toBe(told.metadata);
});

test('where hardly anything is left, the document’s word on itself goes, the reader’s day stays', () => {
  const other = 'Zoo buys an elephant';
  expect(editSheet(told, other)).toMatchObject({ metadata: {}, referenceDate: '' });
  expect(editSheet({ ...told, referenceDate: '2026-03-05' }, other).referenceDate).toBe('2026-03-05');
  expect(editSheet(told, '')).toEqual(emptySheet);
});

test('what is pasted over all brings its own word alone', () => {
  const before = {
    ...emptySheet,
    text: 'Wall',
    kinds: say(nothingSaid, [{ start: 0, end: 4, kind: 'body' }], 'title'),
  };
  expect(pasteInto(before, document.text, document, 0)).toEqual({ sheet: told, inPlaceOfAll: true });
});

test('what is pasted into a text brings its hints, in place of those it covers', () => {
  const before = { ...told, hints: [...told.hints, { start: 14, end: 30, quote: true }] };
  const rich = { text: 'Nobody came.', hints: [{ start: 0, end: 6, caption: true }], metadata: { title: 'Other' } };
  const { sheet, inPlaceOfAll } = pasteInto(before, 'Wall to rise\n\nNobody came.', rich, 14);
  expect(inPlaceOfAll).toBe(false);
  expect(sheet.hints).toEqual([
    { start: 0, end: 12, heading: 1 },
    { start: 14, end: 20, caption: true },
  ]);
  expect(sheet.metadata).toBe(told.metadata);
});

test('the reader’s word stands behind the archive’s, and only a day that is known is sent', () => {
  const block = { start: 0, end: 12, kind: 'title' as const };
  const sheet = { ...told, blocks: [block], kinds: say(nothingSaid, [block], 'chrome') };
  expect(requestFor(sheet, '7')).toEqual({
    id: '7',
    text: told.text,
    hints: told.hints,
    metadata: told.metadata,
    blocks: [block, { start: 0, end: 12, kind: 'chrome' }],
    reference_date: '2026-03-04',
  });
  expect(requestFor(emptySheet, '8')).not.toHaveProperty('reference_date');
});
