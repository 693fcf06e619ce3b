// The database of saved articles: what is saved is there, nobody overwrites what she has not seen, and all or none is put.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { emptySheet } from '../../web/src/page/sheet';
import { Database, OvertakenError } from '../../web/src/page/store/database';
import type { Saved } from '../../web/src/page/store/saved';
import { summarize } from '../../web/src/page/store/summary';

let count = 0;
const open = (name = `test ${++count}`) => Database.open(name, () => undefined);

function saved(id: string, text: string, revision = 1): Saved {
  return { id, revision, created: 1, changed: revision, draft: { ...emptySheet, id, text, archive: null } };
}

const put = (db: Database, each: Saved) => db.save(each, summarize(each.draft, null, each));

test('keeps the last revision of an article, and only that', async () => {
  const db = await open();
  for (let i = 1; i <= 3; i++) await put(db, saved('a', `Text ${i}`, i));
  await put(db, saved('b', 'Other'));
  expect((await db.load('a'))?.draft.text).toBe('Text 3');
  expect(await db.count()).toBe(2);
  const texts: string[] = [];
  for await (const batch of db.articles()) texts.push(...batch.map(({ draft }) => draft.text));
  expect(texts.sort()).toEqual(['Other', 'Text 3']);
});

test('fields that are not known here survive', async () => {
  const db = await open();
  const one = saved('a', 'Text');
  Object.assign(one.draft, { later: [{ op: 'rename', to: 'Ada' }] });
  await put(db, one);
  expect((await db.load('a'))?.draft).toEqual(one.draft);
});

test('an article that an older page saved lacks no field', async () => {
  const db = await open();
  const { text } = emptySheet;
  const old = { id: 'a', text: 'Text', archive: { whole: { text }, articles: [{ text }], open: 0 } };
  const now = saved('a', 'Text');
  await db.save({ ...now, draft: old as unknown as Saved['draft'] }, summarize(now.draft, null, now));
  const draft = (await db.load('a'))?.draft;
  expect(draft).toEqual({ ...emptySheet, ...old, archive: { whole: emptySheet, articles: [emptySheet], open: 0 } });
});

test('two windows that save after the same revision: the second is told, and nothing is overwritten', async () => {
  const [one, other] = [await open('shared'), await open('shared')];
  await put(one, saved('a', 'First'));
  await put(one, saved('a', 'Mine', 2));
  await expect(put(other, saved('a', 'Theirs', 2))).rejects.toBeInstanceOf(OvertakenError);
  expect((await other.load('a'))?.draft.text).toBe('Mine');
  expect((await other.summary('a'))?.title).toBe('Mine');
});

test('reads more articles than fit into one batch, each once', async () => {
  const db = await open();
  const all = Array.from({ length: 250 }, (_, i) => saved(`${i}`, `Text ${i}`));
  await db.putAll(all.map((each) => ({ saved: each, summary: summarize(each.draft, null, each) })));
  const ids: string[] = [];
  for await (const batch of db.articles()) ids.push(...batch.map(({ id }) => id));
  expect(new Set(ids).size).toBe(250);
  expect(ids).toHaveLength(250);
});

test('puts all or none', async () => {
  const db = await open();
  const bad = {
    saved: { ...saved('b', 'B'), created: (() => 1) as unknown as number },
    summary: summarize(saved('b', 'B').draft, null, saved('b', 'B')),
  };
  const good = { saved: saved('a', 'A'), summary: summarize(saved('a', 'A').draft, null, saved('a', 'A')) };
  await expect(db.putAll([good, bad])).rejects.toThrow();
  expect([await db.count(), await db.load('a')]).toEqual([0, null]);
});

test('a summary is not saved of what was deleted', async () => {
  const db = await open();
  const one = saved('a', 'Text');
  await put(db, one);
  await db.remove('a');
  await db.saveSummary(summarize(one.draft, null, one));
  expect([await db.load('a'), await db.summaries()]).toEqual([null, []]);
});

test('is gone with all that was in it', async () => {
  const db = await open('gone');
  await put(db, saved('a', 'Text'));
  await db.savePlace({ article: 'a', aside: [], came: '', boxShown: true });
  await db.destroy();
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('gone');
  const again = await open('gone');
  expect([await again.count(), await again.lastPlace()]).toEqual([0, null]);
});
