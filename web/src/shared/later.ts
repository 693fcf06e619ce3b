// Files that the page may need later, or never: readers of Word, PDF and Markdown, the places, the map. They are no part of
// the set that the service worker fetches before anything is analysed. Each is fetched once and kept in one cache; its address
// names its version. Page and service worker use the same cache, as a page that is open for the first time has no service
// worker in charge yet.

/** Where the build puts them (vite.config.ts). */
export const laterFolder = 'assets/later/';
/** Where it lists them. */
export const laterList = 'later.json';

const anyRequest = { ignoreVary: true };

/** The cache of the page under this address; null where the browser has none, or forbids it. */
export async function openLater(scope: string): Promise<Cache | null> {
  try {
    return 'caches' in globalThis ? await caches.open(`pressmark-later ${scope}`) : null;
  } catch {
    return null;
  }
}

// What was asked for last of each address, until it is settled.
const coming = new Map<string, Promise<unknown>>();

/**
 * The file, kept for the next time when this promise is fulfilled. Where there is no room it is only fetched again then. Asked
 * for twice at a time, it is fetched once.
 */
export function fetchKept(cache: Cache | null, request: string | Request, signal?: AbortSignal): Promise<Response> {
  const address = typeof request === 'string' ? request : request.url;
  const file = (coming.get(address) ?? Promise.resolve()).then(() => fetchOrFind(cache, request, signal));
  coming.set(
    address,
    file.catch(() => undefined),
  );
  return file;
}

async function fetchOrFind(cache: Cache | null, request: string | Request, signal?: AbortSignal): Promise<Response> {
  const kept = await cache?.match(request, anyRequest);
  if (kept) return kept;
  const response = await fetch(request, signal && { signal });
  // Where the page asked through the service worker, it is there by now.
  if (cache && response.ok && !(await isKept(cache, request))) {
    await cache.put(request, response.clone()).catch(() => undefined);
  }
  return response;
}

export async function isKept(cache: Cache | null, request: string | Request): Promise<boolean> {
  return (await cache?.match(request, anyRequest)) !== undefined;
}

/** Forgets all files but these. */
export async function keepOnly(cache: Cache, addresses: ReadonlySet<string>): Promise<void> {
  for (const request of await cache.keys()) {
    if (!addresses.has(request.url)) await cache.delete(request, anyRequest);
  }
}
