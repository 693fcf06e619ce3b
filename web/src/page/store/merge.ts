// Two windows changed one article. What does not hang on the text is put together field by field; the text and all that is
// said of its stretches is one piece, and where both changed that, nobody but the reader can say which holds.
import type { SavedDraft } from './saved';

const apart = ['referenceDate', 'checked'] as const satisfies (keyof SavedDraft)[];

/** `mine`, which is newer, with what only they changed since `base`; null where both changed the text, each in its way. */
export function merge(base: SavedDraft, mine: SavedDraft, theirs: SavedDraft): SavedDraft | null {
  const mineIs = changed(base, mine);
  const theirsIs = changed(base, theirs);
  if (mineIs.text && theirsIs.text && changed(mine, theirs).text) return null;
  const { referenceDate } = mineIs.of('referenceDate') ? mine : theirs;
  const { checked } = mineIs.of('checked') ? mine : theirs;
  return { ...(theirsIs.text ? theirs : mine), referenceDate, checked };
}

/** Which parts differ. */
export function changed(before: SavedDraft, after: SavedDraft) {
  const of = (name: string) => !isSame(valueOf(before, name), valueOf(after, name));
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const text = names.some((name) => name !== 'id' && !(apart as readonly string[]).includes(name) && of(name));
  return { text, of, any: text || apart.some(of) };
}

function valueOf(draft: SavedDraft, name: string): unknown {
  return (draft as unknown as Record<string, unknown>)[name];
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object') return false;
  return JSON.stringify(one) === JSON.stringify(other);
}
