// The page's side of the files that come later (shared/later.ts): which there are, which of them are not kept yet, and how to
// get one.
import { fetchKept, isKept, laterList, openLater } from '../shared/later';

const open = () => openLater(new URL('./', document.baseURI).href);

/** The addresses of all that belong to this version. */
export async function listLater(): Promise<string[]> {
  const response = await fetch(`./${laterList}`);
  if (!response.ok) throw new Error(`The list of later files gave status ${String(response.status)}.`);
  return ((await response.json()) as string[]).map((path) => new URL(path, document.baseURI).href);
}

/** Those of them that are not kept. */
export async function missingOf(addresses: readonly string[]): Promise<string[]> {
  const cache = await open();
  const kept = await Promise.all(addresses.map((address) => isKept(cache, address)));
  return addresses.filter((_, i) => !kept[i]);
}

export async function fetchLater(address: string, signal?: AbortSignal): Promise<Response> {
  const cache = 'caches' in globalThis ? await open() : null;
  const response = await fetchKept(cache, address, signal);
  if (!response.ok) throw new Error(`${address} gave status ${String(response.status)}.`);
  return response;
}
