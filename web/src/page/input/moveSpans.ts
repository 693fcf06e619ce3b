// Spans index the text as it was when they were made: hints and what an archive tells of blocks when the text came in, a block's
// kind when the reader set it. When the text is edited, those before the edit stay, those behind it move along, and one that
// the edit reaches into grows or shrinks with it; a span with nothing left under it goes.
import type { Span } from '../types';

// What changed between two texts, taken as one replacement: before[start, removedTo) became after[start, insertedTo).
export interface Edit {
  start: number;
  removedTo: number;
  insertedTo: number;
}

export function findEdit(before: string, after: string): Edit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++;
  let suffix = 0;
  while (
    suffix < shorter - prefix &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  ) {
    suffix++;
  }
  return toLineStart(
    { start: prefix, removedTo: before.length - suffix, insertedTo: after.length - suffix },
    before,
    after,
  );
}

// “Today\n” put before “Title” looks like “oday\nT” put behind its “T”. Where a line may have come or gone as a whole, it
// did, so that what is said of the next line does not spread over it.
function toLineStart(edit: Edit, before: string, after: string): Edit {
  const { start, removedTo, insertedTo } = edit;
  if (start !== removedTo && start !== insertedTo) return edit;
  const longer = start === removedTo ? after : before;
  const longerTo = Math.max(removedTo, insertedTo);
  for (let by = 0; by <= start; by++) {
    if (by === start || longer[start - by - 1] === '\n') {
      return { start: start - by, removedTo: removedTo - by, insertedTo: insertedTo - by };
    }
    if (longer[start - by - 1] !== longer[longerTo - by - 1]) return edit;
  }
  return edit;
}

export function moveSpans<T extends Span>(spans: T[], edit: Edit | null): T[] {
  if (!spans.length || !edit) return spans;
  const { start: from, removedTo, insertedTo } = edit;
  const shift = insertedTo - removedTo;
  return spans
    .map((span) => {
      const start = span.start < from ? span.start : span.start >= removedTo ? span.start + shift : insertedTo;
      const end = span.end <= from ? span.end : span.end >= removedTo ? span.end + shift : from;
      return { ...span, start, end };
    })
    .filter(({ start, end }) => start < end);
}
