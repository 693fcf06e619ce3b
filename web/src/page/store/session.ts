// Session files: articles with all that the reader said of them, to be carried elsewhere. What is read from one may have been
// written by anybody, so every field is looked at, and what is no field of ours is left behind.
//
//     { "schema": "pressmark.session/1", "articles": [{ "title", "created", "changed", ...what is kept of it }] }
import { UnreadableError } from '../import/imported';
import { newId } from '../newId';
import { emptySheet } from '../sheet';
import { isBlank, type Saved, type SavedDraft, type Summary } from './saved';
import { isPin } from './sessionPins';
import { summarize } from './summary';

const schema = 'pressmark.session/1';
const largest = 64 * 1024 * 1024;

export interface Article {
  saved: Saved;
  summary: Summary;
}

export function writeSession(articles: Article[]): string {
  const rows = articles.map(({ saved, summary }) => {
    const { title, voices, people, quotations } = summary;
    return {
      title,
      created: iso(saved.created),
      changed: iso(saved.changed),
      voices,
      people,
      quotations,
      ...saved.draft,
      id: undefined,
    };
  });
  return JSON.stringify({ schema, articles: rows }, null, 1);
}

/** Throws an UnreadableError that says why, where there is something wrong anywhere in it. */
export async function readSessionFile(file: Blob): Promise<Article[]> {
  if (file.size > largest) throw new UnreadableError(`is larger than ${largest / 1024 / 1024} MB, which is too much.`);
  return readSession(await file.text());
}

export function readSession(json: string): Article[] {
  const session = parse(json);
  if (!isRecord(session) || session.schema !== schema || !Array.isArray(session.articles)) {
    throw new UnreadableError('holds no articles saved by Pressmark, or by a version that this one does not know.');
  }
  if (!session.articles.length) throw new UnreadableError('holds no articles.');
  return session.articles.map((row: unknown, i) => {
    try {
      return readArticle(row);
    } catch (error) {
      if (!(error instanceof WrongField)) throw error;
      throw new UnreadableError(`is damaged: in article ${i + 1} the field “${error.message}” is not as it should be.`);
    }
  });
}

class WrongField extends Error {}

function parse(json: string): unknown {
  try {
    return JSON.parse(json, (key: string, value: unknown) => {
      if (key === '__proto__') throw new SyntaxError('No article has such a field.');
      return value;
    });
  } catch {
    throw new UnreadableError('is no session of Pressmark: it is damaged, or something else.');
  }
}

function readArticle(row: unknown): Article {
  if (!isRecord(row)) throw new WrongField('article');
  const archive = row.archive ?? null;
  const draft: SavedDraft = {
    ...readSheet(row, ''),
    id: newId(),
    archive: archive === null ? null : readArchive(archive),
  };
  if (isBlank(draft)) throw new WrongField('text');
  const saved: Saved = {
    id: draft.id,
    revision: 1,
    created: time(row, 'created'),
    changed: time(row, 'changed'),
    draft,
  };
  const summary = summarize(draft, null, saved);
  return {
    saved,
    summary: {
      ...summary,
      title: (optional(row, 'title', isText) as string | undefined) ?? summary.title,
      quotations: (optional(row, 'quotations', isCount) as number | undefined) ?? 0,
      voices: (optional(row, 'voices', listOf(isText)) as string[] | undefined) ?? [],
      people: (optional(row, 'people', listOf(isText)) as string[] | undefined) ?? [],
    },
  };
}

type Row = Record<string, unknown>;
type Check = (value: unknown, length: number) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isDay: Check = (value) => value === '' || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));
const isRecord = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf =
  (check: Check): Check =>
  (value, length) =>
    Array.isArray(value) && value.every((each) => check(each, length));

// Offsets must lie in the text that they index.
const isSpan: Check = (value, length) => {
  if (!isRecord(value) || !isCount(value.start, 0) || !isCount(value.end, 0)) return false;
  return (value.start as number) < (value.end as number) && (value.end as number) <= length;
};
const isHint: Check = (value, length) =>
  isSpan(value, length) &&
  Object.entries(value as Row).every(([, each]) => typeof each === 'number' || typeof each === 'boolean');
const kinds = new Set(
  'title subtitle kicker byline dateline date body section list pull_quote caption copyright chrome'.split(' '),
);
const isKind = (value: unknown) => typeof value === 'string' && kinds.has(value);
const isBlock: Check = (value, length) => isSpan(value, length) && isKind((value as Row).kind);
const isSaid: Check = (value, length) => isBlock(value, length) && isKind((value as Row).was);
const isLog: Check = (value, length) =>
  isRecord(value) && listOf(isSaid)(value.now, length) && listOf(listOf(isSaid))(value.before, length);
const isMetadata: Check = (value) =>
  isRecord(value) &&
  Object.entries(value).every(([name, each]) => (name === 'authors' ? listOf(isText)(each, 0) : isText(each, 0)));

const checks: Record<string, Check> = {
  text: isText,
  hints: listOf(isHint),
  metadata: isMetadata,
  blocks: listOf(isBlock),
  kinds: isLog,
  pins: listOf(isPin),
  steps: listOf((value) => value === 'kind' || value === 'pin'),
  checked: listOf(isText),
  referenceDate: isDay,
};

// Fields that came later are of the same sort as when nothing is in them; one that an older page did not write is so.
function readSheet(row: Row, within: string): SavedSheet {
  const length = typeof row.text === 'string' ? row.text.length : 0;
  const fields = Object.entries(emptySheet).map(([name, empty]: [string, unknown]) => {
    const value = Object.hasOwn(row, name) ? row[name] : empty;
    const check = checks[name] ?? ((each) => sortOf(each) === sortOf(empty));
    if (!check(value, length)) throw new WrongField(within + name);
    return [name, value] as const;
  });
  return Object.fromEntries(fields) as unknown as SavedSheet;
}

type SavedSheet = Omit<SavedDraft, 'id' | 'archive'>;

function readArchive(value: unknown): NonNullable<SavedDraft['archive']> {
  if (!isRecord(value) || !isRecord(value.whole) || !Array.isArray(value.articles)) throw new WrongField('archive');
  const { open } = value;
  if (open !== null && !(isCount(open, 0) && (open as number) < value.articles.length)) {
    throw new WrongField('archive: open');
  }
  return {
    whole: readSheet(value.whole, 'archive: '),
    articles: value.articles.map((each: unknown) => {
      if (!isRecord(each)) throw new WrongField('archive: articles');
      return readSheet(each, 'archive: ');
    }),
    open: open as number | null,
  };
}

function sortOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value;
}

function optional(row: Row, name: string, check: Check): unknown {
  if (!Object.hasOwn(row, name)) return undefined;
  if (!check(row[name], 0)) throw new WrongField(name);
  return row[name];
}

function time(row: Row, name: string): number {
  const value = row[name];
  const ms = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(ms)) throw new WrongField(name);
  return ms;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
