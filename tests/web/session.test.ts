// Session files: what is written is read again; what is wrong anywhere ends in one sentence.
import { describe, expect, test } from 'vitest';
import { emptySheet } from '../../web/src/page/sheet';
import type { Saved } from '../../web/src/page/store/saved';
import { readSession, readSessionFile, writeSession } from '../../web/src/page/store/session';
import { summarize } from '../../web/src/page/store/summary';

const text = 'Wall stays\n\n“It stays,” Ada Holt said.';
const sheet = {
  ...emptySheet,
  text,
  hints: [{ start: 0, end: 10, heading: 1 }],
  metadata: { title: 'Wall stays', authors: ['Lars Holm'] },
  blocks: [{ start: 0, end: 10, kind: 'title' as const }],
  kinds: { now: [{ start: 12, end: 20, kind: 'chrome' as const, was: 'body' as const }], before: [[]] },
  pins: [
    { op: 'rename' as const, id: '1', at: { start: 24, end: 32, quote: 'Ada Holt' }, name: 'Ada M. Holt' },
    { op: 'undo' as const, id: '2', of: '1' },
  ],
  steps: ['kind' as const, 'pin' as const],
  checked: ['quotation “It stays,”'],
  referenceDate: '2026-03-04',
};
const saved: Saved = {
  id: 'mine',
  revision: 7,
  created: Date.UTC(2026, 2, 4),
  changed: Date.UTC(2026, 2, 5),
  draft: { ...sheet, id: 'mine', archive: { whole: sheet, articles: [sheet, emptySheet], open: 0 } },
};
const summary = { ...summarize(saved.draft, null, saved), voices: ['Ada Holt'], quotations: 1 };
const written = writeSession([{ saved, summary }]);

type Row = Record<string, unknown>;

/** The file with something done to its first article. */
function damaged(damage: (article: Row) => void): string {
  const session = JSON.parse(written) as { articles: Row[] };
  const [first] = session.articles;
  if (first) damage(first);
  return JSON.stringify(session);
}

test('what is written is read again, under a name of its own', () => {
  const [article, ...others] = readSession(written);
  expect(others).toEqual([]);
  const { id, ...draft } = article?.saved.draft ?? { id: '' };
  expect({ ...draft, id: 'mine' }).toEqual(saved.draft);
  expect(id).not.toBe('mine');
  expect(article?.saved).toMatchObject({ id, revision: 1, created: saved.created, changed: saved.changed });
  expect(article?.summary).toEqual({ ...summary, id });
});

test('an older file, which lacks fields, is read; what is no field of ours is left behind', () => {
  const read = readSession(
    damaged((article) => {
      delete article.checked;
      delete article.archive;
      article.onclick = 'alert(1)';
    }),
  );
  expect(read[0]?.saved.draft).toMatchObject({ checked: [], archive: null, text });
  expect(read[0]?.saved.draft).not.toHaveProperty('onclick');
});

describe('a hostile file', () => {
  const fields: [string, (article: Row) => void][] = [
    ['text', (article) => (article.text = 7)],
    [
      'text',
      (article) => Object.assign(article, { text: ' ', hints: [], blocks: [], kinds: emptySheet.kinds, archive: null }),
    ],
    ['hints', (article) => (article.hints = {})],
    ['hints', (article) => (article.hints = [{ start: 0, end: 1e9 }])],
    ['hints', (article) => (article.hints = [{ start: 5, end: 2 }])],
    ['hints', (article) => (article.hints = [{ start: 0, end: 2, heading: { toString: 1 } }])],
    ['blocks', (article) => (article.blocks = [{ start: 0, end: 2, kind: 'script' }])],
    ['kinds', (article) => (article.kinds = { now: [], before: [[{ start: 0 }]] })],
    ['kinds', (article) => (article.kinds = null)],
    ['metadata', (article) => (article.metadata = { title: 1 })],
    ['metadata', (article) => (article.metadata = { authors: 'Ada' })],
    ['checked', (article) => (article.checked = [1])],
    ['steps', (article) => (article.steps = ['step'])],
    ...[
      { op: 'rename', id: '1' },
      { op: 'constructor', id: '1' },
      { op: 'undo', of: '1' },
      { op: 'same', id: '1', at: { start: 0, end: 1, quote: 'W' }, as: null },
      { op: 'type', id: '1', at: { start: 0, end: 1, quote: 'W' }, type: 'toString' },
      { op: 'no_name', id: '1', at: { start: 0, end: 1, quote: 7 } },
      { op: 'place', id: '1', at: { start: 0, end: 1, quote: 'W' }, geo: { lat: '1', lon: 2 } },
    ].map((pin): [string, (article: Row) => void] => ['pins', (article) => (article.pins = [pin])]),
    ['referenceDate', (article) => (article.referenceDate = 'today')],
    ['created', (article) => (article.created = 'soon')],
    ['changed', (article) => delete article.changed],
    ['title', (article) => (article.title = {})],
    ['voices', (article) => (article.voices = [[]])],
    ['quotations', (article) => (article.quotations = -1)],
    ['archive', (article) => (article.archive = [])],
    ['archive: open', (article) => Object.assign(article.archive as Row, { open: 9 })],
    ['archive: text', (article) => Object.assign(article.archive as Row, { whole: { text: null } })],
  ];
  test.each(fields)('is told by its field: %s', (name, damage) => {
    expect(() => readSession(damaged(damage))).toThrow(
      `is damaged: in article 1 the field “${name}” is not as it should be.`,
    );
  });

  const files: [string, string][] = [
    ['', 'is no session of Pressmark'],
    ['null', 'holds no articles saved by Pressmark'],
    ['[]', 'holds no articles saved by Pressmark'],
    ['{"schema":"pressmark.analysis/1","articles":[]}', 'holds no articles saved by Pressmark'],
    ['{"schema":"pressmark.session/2","articles":[]}', 'by a version that this one does not know'],
    ['{"schema":"pressmark.session/1","articles":{}}', 'holds no articles saved by Pressmark'],
    ['{"schema":"pressmark.session/1","articles":[]}', 'holds no articles.'],
    ['{"schema":"pressmark.session/1","articles":[null]}', 'the field “article”'],
    ['{"schema":"pressmark.session/1","articles":[{"__proto__":{"x":1}}]}', 'is no session of Pressmark'],
    ['['.repeat(1_000_000), 'is no session of Pressmark'],
    ['['.repeat(20_000) + ']'.repeat(20_000), 'is no session of Pressmark'],
  ];
  test.each(files)('%.60s', (json, sentence) => {
    expect(() => readSession(json)).toThrow(sentence);
    expect(() => readSession(json)).toThrow(expect.objectContaining({ name: 'UnreadableError' }) as Error);
  });

  test('leaves no object changed', () => {
    expect(() => readSession(written.replace('"text"', '"__proto__": {"polluted": 1}, "text"'))).toThrow();
    expect({}).not.toHaveProperty('polluted');
  });

  test('that is too large is not even read', async () => {
    let read = false;
    const file = { size: 100_000_000, text: () => Promise.resolve(((read = true), '')) } as unknown as Blob;
    await expect(readSessionFile(file)).rejects.toThrow('is larger than 64 MB');
    expect(read).toBe(false);
  });
});
