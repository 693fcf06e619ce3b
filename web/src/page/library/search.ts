// Which saved articles are looked for: all words of the query stand in what is known of one, or in its text. Case and accents
// make no difference.
import type { Saved, Summary } from '../store/saved';

export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

export function wordsOf(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}

export function newestFirst(summaries: Summary[]): Summary[] {
  return [...summaries].sort((a, b) => b.changed - a.changed);
}

/** What an article is known by without its text. */
export function cardOf({ title, site, voices, people }: Summary): string {
  return fold([title, site, ...voices, ...people].join('\n'));
}

/** `card`: words may stand in either. */
export function isIn(words: string[], { draft }: Saved, card: string): boolean {
  const missing = words.filter((word) => !card.includes(word));
  if (!missing.length) return true;
  const text = fold([draft.text, draft.archive?.whole.text ?? ''].join('\n'));
  return missing.every((word) => text.includes(word));
}

/** For its line in the list: “Ada Holt, Lars Holm and 3 more”. */
export function someNames(names: string[], most = 2): string {
  const more = names.length - most;
  if (more <= 0) return names.join(' and ');
  return `${names.slice(0, most).join(', ')} and ${more} more`;
}
