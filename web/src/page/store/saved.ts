// What is kept of an article: all that the reader can lose, and beside it a summary, so that a thousand of them are listed
// without reading one text.
import type { Draft } from '../controller.svelte';

/** What was in the box when something came by itself is kept as an article of its own. */
export type SavedDraft = Omit<Draft, 'aside' | 'came'>;

export interface Saved {
  id: string;
  /** One more with each change. Whoever changes an article must have seen the last one. */
  revision: number;
  /** When, in milliseconds. */
  created: number;
  changed: number;
  draft: SavedDraft;
}

export interface Summary {
  id: string;
  title: string;
  created: number;
  changed: number;
  words: number;
  quotations: number;
  /** Names of those who speak, and of all people. */
  voices: string[];
  people: string[];
  site: string;
  /** The day of publication. */
  published: string;
  /** How many articles a newspaper archive's text holds; 0 where it is no such thing. */
  articles: number;
}

export function savedDraft({ aside: _aside, came: _came, ...draft }: Draft): SavedDraft {
  return draft;
}

export function isBlank({ text, archive }: SavedDraft): boolean {
  return !text.trim() && !archive;
}
