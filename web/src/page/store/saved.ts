// What is kept of an article: all that the reader can lose, and beside it a summary, so that a thousand of them are listed
// without reading one text.
import type { Archive } from '../archive';
import { emptySheet, type Sheet } from '../sheet';

export interface SavedDraft extends Sheet {
  /** Names the article, however often it is changed; another text is another article. */
  id: string;
  archive: Archive | null;
}

/** What the box holds, and what it held before something came by itself, which is kept as an article of its own. */
export interface Draft extends SavedDraft {
  aside: Draft | null;
  came: string;
}

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

export function savedDraft(open: Draft): SavedDraft {
  const draft: Partial<Draft> & SavedDraft = { ...open };
  delete draft.aside;
  delete draft.came;
  return draft;
}

export function isBlank({ text, archive }: SavedDraft): boolean {
  return !text.trim() && !archive;
}

/** What an older version of the page saved may lack fields. */
export function completed(draft: SavedDraft): SavedDraft {
  const whole = <S extends Sheet>(sheet: S): S => ({ ...emptySheet, ...sheet });
  const { archive } = draft;
  if (!archive) return whole(draft);
  return {
    ...whole(draft),
    archive: { ...archive, whole: whole(archive.whole), articles: archive.articles.map(whole) },
  };
}
