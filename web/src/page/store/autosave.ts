// When what is open is saved: at once, except that typing gathers for a moment. It only sees what comes by and says when;
// how it is saved is not its business.
import { changed } from './merge';
import { isBlank, savedDraft, type Draft, type SavedDraft } from './saved';

const typingMs = 400;

export class Autosave {
  #save: (draft: SavedDraft) => void;
  #seen: SavedDraft | null = null;
  #waiting: SavedDraft | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(save: (draft: SavedDraft) => void) {
    this.#save = save;
  }

  /** Not saved yet. */
  get waiting(): SavedDraft | null {
    return this.#waiting;
  }

  see(seen: Draft): void {
    const draft = savedDraft(seen);
    const last = this.#seen;
    this.#seen = draft;
    // Of an article that is left, and of one that is emptied, the last that it was stays.
    if (last && (last.id !== draft.id || isBlank(draft))) this.flush();
    if (isBlank(draft)) return;
    const isNew = last?.id !== draft.id;
    if (!isNew && !changed(last, draft).any) return;
    this.#waiting = draft;
    if (isNew || last.text === draft.text) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), typingMs);
  }

  /** The same as what is saved. */
  know(saved: SavedDraft): void {
    this.forget();
    this.#seen = saved;
  }

  flush(): void {
    const draft = this.#waiting;
    this.forget();
    if (draft) this.#save(draft);
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = null;
  }
}
