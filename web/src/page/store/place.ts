// What is open in this window, and how: not the texts, only their names. The window's own memory outlives reloads and crashes;
// the database knows what was open last in any window, for one that is opened anew. A window holds a lock on what it has
// open, so that two do not both go on with one article by themselves.

export interface Place {
  /** The open article; null where the box is empty. */
  article: string | null;
  /** What was in the box before something came by itself, the newest first. */
  aside: string[];
  /** The sentence about what came. */
  came: string;
  boxShown: boolean;
}

const key = (scope: string) => `pressmark.open ${scope}`;
const lock = (scope: string, article: string) => `pressmark ${article} ${scope}`;

export function rememberPlace(scope: string, place: Place): void {
  try {
    sessionStorage.setItem(key(scope), JSON.stringify(place));
  } catch {
    // Then a reload goes by the database.
  }
}

export function forgetPlace(scope: string): void {
  try {
    sessionStorage.removeItem(key(scope));
  } catch {
    // What may not be written is not there.
  }
}

export function recallPlace(scope: string): Place | null {
  try {
    const kept = sessionStorage.getItem(key(scope));
    return kept === null ? null : (JSON.parse(kept) as Place);
  } catch {
    return null;
  }
}

/** Holds the article until the function that comes back is called, or the window ends. */
export function holdOpen(scope: string, article: string): () => void {
  let release = () => {};
  const until = new Promise<void>((resolve) => (release = resolve));
  locks()
    ?.request(lock(scope, article), { mode: 'shared' }, () => until)
    .catch(() => undefined);
  return () => release();
}

export async function isHeld(scope: string, article: string): Promise<boolean> {
  const held = await locks()
    ?.query()
    .catch(() => null);
  return held?.held?.some(({ name }) => name === lock(scope, article)) ?? false;
}

// Only where the connection is secure.
function locks(): LockManager | undefined {
  return (navigator as Partial<Navigator>).locks;
}
