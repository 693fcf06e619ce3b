// The readers of Word, PDF and Markdown files are large and seldom wanted, so they are no part of the service worker's
// set. Once the first analysis is on the page they are fetched and kept beside it, those of this version and no others: then
// such a file can be opened without a network, too. The service worker answers from the same cache (vite.config.ts).

const cacheName = 'pressmark-readers';

export async function keepReaders(): Promise<void> {
  // There is none where the page was not loaded securely.
  if (!('caches' in globalThis) || import.meta.env.DEV) return;
  try {
    const listed = (await (await fetch('./readers.json')).json()) as string[];
    const wanted = new Set(listed.map((path) => new URL(path, document.baseURI).href));
    const cache = await caches.open(cacheName);
    const kept = new Set((await cache.keys()).map(({ url }) => url));
    for (const url of kept) if (!wanted.has(url)) await cache.delete(url);
    for (const url of wanted) if (!kept.has(url)) await cache.add(url);
  } catch {
    // Then they are fetched when they are needed.
  }
}
