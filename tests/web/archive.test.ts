import { expect, test } from 'vitest';
import { makeArchive, openSheet, tellSingle, turnTo } from '../../web/src/page/archive';
import { emptySheet } from '../../web/src/page/sheet';

const whole = {
  ...emptySheet,
  text: 'Contents One: a. Two: b.',
  hints: [
    { start: 0, end: 8, heading: 1 },
    { start: 14, end: 21, quote: true },
  ],
};
const found = [
  { start: 9, end: 16, metadata: { title: 'One' }, blocks: [{ start: 0, end: 3, kind: 'title' as const }] },
  { start: 17, end: 24, metadata: { title: 'Two' }, blocks: [] },
];

test('each article has its part of the text and of the hints, and the first is open', () => {
  const archive = makeArchive(whole, found);
  expect(archive.articles.map(({ text }) => text)).toEqual(['One: a.', 'Two: b.']);
  expect(archive.articles.map(({ hints }) => hints)).toEqual([
    [{ start: 5, end: 7, quote: true }],
    [{ start: 0, end: 4, quote: true }],
  ]);
  expect(openSheet(archive)).toMatchObject({ text: 'One: a.', metadata: { title: 'One' }, blocks: found[0]?.blocks });
});

test('what was changed is there again, in an article and in the whole text', () => {
  const changed = { ...emptySheet, text: 'One: z.' };
  const second = turnTo(makeArchive(whole, found), 1, changed);
  expect(openSheet(second).text).toBe('Two: b.');
  const all = turnTo(second, null, openSheet(second));
  expect(openSheet(all)).toEqual(whole);
  const more = { ...whole, text: 'More' };
  const first = turnTo(all, 0, more);
  expect(openSheet(first)).toEqual(changed);
  expect(openSheet(turnTo(first, null, changed))).toEqual(more);
});

test('a single article tells what it knows, counted in the whole text', () => {
  const [article] = found;
  if (!article) throw new Error('There is one.');
  expect(tellSingle({ ...whole, metadata: { url: 'https://a.example/' } }, article)).toMatchObject({
    text: whole.text,
    metadata: { title: 'One', url: 'https://a.example/' },
    blocks: [{ start: 9, end: 12, kind: 'title' }],
  });
});
