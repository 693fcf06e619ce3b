// Files that come later than the page and are no part of the service worker's set, for that is fetched as a whole before
// anything is analysed. They are kept beside it: fetched once, then there without a network.

const cacheName = 'pressmark-later';

export async function fetchKept(url: string, signal: AbortSignal): Promise<Response> {
  const cache = await openCache();
  const kept = await cache?.match(url);
  if (kept) return kept;
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url} gave status ${String(response.status)}.`);
  await cache?.put(url, response.clone());
  await forgetOthers(cache, url);
  return response;
}

// There is none where the page was not loaded securely, or the reader forbids it.
async function openCache(): Promise<Cache | undefined> {
  try {
    return await globalThis.caches?.open(cacheName);
  } catch {
    return undefined;
  }
}

// An address names its version: those of older ones are asked for no more.
async function forgetOthers(cache: Cache | undefined, url: string): Promise<void> {
  const wanted = new URL(url, location.href).href;
  for (const request of (await cache?.keys()) ?? []) if (request.url !== wanted) await cache?.delete(request);
}
