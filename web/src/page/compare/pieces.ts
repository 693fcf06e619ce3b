// What is said in one attribution, sentence by sentence: one article quotes three, another only the second of them. Words that
// the cue stands between (“We will,” she said, “go”) are one sentence.
import type { Quotation } from '../types';

export function sentencesOf(text: string, { content }: Pick<Quotation, 'content'>): string[] {
  const joined: string[] = [];
  for (const { start, end } of content) {
    const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
    const last = joined.at(-1);
    if (last !== undefined && goesOn(last, words)) joined[joined.length - 1] = `${last} ${words}`;
    else joined.push(words);
  }
  return joined
    .flatMap((words) => words.split(/(?<=[\p{L}\p{N}]{2}[.!?…]+["”’)]*)\s+(?=["“‘(]?[\p{Lu}\p{N}])/u))
    .filter(Boolean);
}

function goesOn(before: string, words: string): boolean {
  return !/[.!?…]["”’)]*$/.test(before) && (!/^["“‘(]?\p{Lu}/u.test(words) || /^I\b/.test(words));
}

/** “…” where something between was left out. */
export function joinSentences(all: readonly string[], which: readonly number[]): string {
  return which.map((n, i) => (i && which[i - 1] !== n - 1 ? `… ${all[n] ?? ''}` : (all[n] ?? ''))).join(' ');
}
