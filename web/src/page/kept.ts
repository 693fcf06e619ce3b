// Files that come later than the page and are no part of the service worker's set, for that is fetched as a whole before
// anything is analysed. They are kept beside it: fetched once, then there without a network.

const cacheName = 'pressmark-later';

export async function fetchKept(url: string, signal: AbortSignal): Promise<Response> {
  const cache = await openCache();
  const kept = await cache?.match(url);
  if (kept) return kept;
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url} gave status ${String(response.status)}.`);
  // Where there is no room it is only fetched again next time.
  if (cache) await keep(cache, url, response.clone()).catch(() => undefined);
  return response;
}

// There is none where the page was not loaded securely, or the reader forbids it.
async function openCache(): Promise<Cache | undefined> {
  try {
    return 'caches' in globalThis ? await caches.open(cacheName) : undefined;
  } catch {
    return undefined;
  }
}

// An address names its version: what is kept under another is asked for no more.
async function keep(cache: Cache, url: string, response: Response): Promise<void> {
  for (const older of await cache.keys()) await cache.delete(older);
  await cache.put(url, response);
}
