// What the box holds outlives its page: a reload into a new version takes it along, and where something comes by itself in
// place of a page that was left, the reader finds the way back to its text.
import type { Draft } from './controller.svelte';

export type Occasion = 'update' | 'left';

const key = (occasion: Occasion) => `pressmark.${occasion}`;

/** False where the browser does not keep it: it forbids that, or it is too long. */
export function keepDraft(occasion: Occasion, draft: Draft): boolean {
  try {
    sessionStorage.setItem(key(occasion), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function takeDraft(occasion: Occasion): Draft | null {
  try {
    const kept = sessionStorage.getItem(key(occasion));
    sessionStorage.removeItem(key(occasion));
    return kept === null ? null : (JSON.parse(kept) as Draft);
  } catch {
    return null;
  }
}
