// What the reader taught for every article to come: names and what they are, words that are none. It goes with each request.
// Kept by the browser where it lets us, and the reader wants anything kept.
import type { DictionaryEntry } from '../../../wasm/src/schema';
import { typeNames } from './entityTypes';
import { keepsNothing } from './store/choice';

const key = 'pressmark.dictionary';

export function readTaught(): DictionaryEntry[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? (kept as unknown[]).filter(isEntry) : [];
  } catch {
    return [];
  }
}

/** False where it is not kept for the next time. */
export function keepTaught(entries: readonly DictionaryEntry[]): boolean {
  if (entries.length && keepsNothing()) return false;
  try {
    if (entries.length) localStorage.setItem(key, JSON.stringify(entries));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** The newest word on a name counts. */
export function teach(entries: readonly DictionaryEntry[], entry: DictionaryEntry): DictionaryEntry[] {
  return [...entries.filter(({ name }) => name !== entry.name), entry];
}

function isEntry(value: unknown): value is DictionaryEntry {
  const { name, type, aliases } = (value ?? {}) as Partial<DictionaryEntry>;
  return (
    typeof name === 'string' &&
    name !== '' &&
    Object.hasOwn(typeNames, String(type)) &&
    (aliases === undefined || (Array.isArray(aliases) && aliases.every((alias) => typeof alias === 'string')))
  );
}
