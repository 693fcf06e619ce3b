// Hints, and what an archive told of blocks, index the text as it was pasted. When it is edited, those before the edit stay, those behind it move along, and
// one that the edit reaches into grows or shrinks with it; a hint with nothing left under it goes.
import type { Span } from '../types';

export function moveHints<T extends Span>(hints: T[], before: string, after: string): T[] {
  if (!hints.length || before === after) return hints;
  const { prefix, suffix } = sharedEnds(before, after);
  const removedTo = before.length - suffix;
  const insertedTo = after.length - suffix;
  const shift = insertedTo - removedTo;

  return hints
    .map((hint) => {
      const start = hint.start < prefix ? hint.start : hint.start >= removedTo ? hint.start + shift : insertedTo;
      const end = hint.end <= prefix ? hint.end : hint.end >= removedTo ? hint.end + shift : prefix;
      return { ...hint, start, end };
    })
    .filter(({ start, end }) => start < end);
}

// How much of a text's beginning and of its end an edit left alone.
export function sharedEnds(before: string, after: string): { prefix: number; suffix: number } {
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
  return { prefix, suffix };
}
