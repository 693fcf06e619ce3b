// Whether anything is kept on this device at all: the reader's choice, and the one thing that is remembered where she wants
// nothing kept.

const key = (scope: string) => `pressmark.keep ${scope}`;

/** What is kept is this page's own, whatever else lies on its server. */
export const scopeOfPage = () => new URL('./', document.baseURI).href;

export function keepsNothing(scope?: string): boolean {
  try {
    return localStorage.getItem(key(scope ?? scopeOfPage())) === 'nothing';
  } catch {
    return false;
  }
}

/** False where the browser does not remember it. */
export function chooseToKeep(scope: string, keep: boolean): boolean {
  try {
    if (keep) localStorage.removeItem(key(scope));
    else localStorage.setItem(key(scope), 'nothing');
    return true;
  } catch {
    return false;
  }
}

/** Whether the browser promises not to clear what is saved when space runs short. `ask`: it may ask the reader. */
export async function isPersistent(ask: boolean): Promise<boolean> {
  const { storage } = navigator as Partial<Navigator>;
  try {
    return ((await storage?.persisted()) ?? false) || (ask && ((await storage?.persist()) ?? false));
  } catch {
    return false;
  }
}
