// What another program shares with the page: the service worker lays the form down as it came, the page takes it from there.
// So nothing that is shared is ever part of an address, and none of it reaches a server.

/** The manifest's `share_target.action`; vite.config.ts names the fields. */
export const shareAddress = 'share';
/** Where the service worker sends the page then. */
export const sharedFragment = '#shared';

const cacheName = (scope: string) => `pressmark-shared ${scope}`;
const key = (scope: string) => new URL(shareAddress, scope).href;

export async function layDown(scope: string, form: Request): Promise<void> {
  const headers = { 'content-type': form.headers.get('content-type') ?? '' };
  const cache = await caches.open(cacheName(scope));
  await cache.put(key(scope), new Response(await form.blob(), { headers }));
}

/** The form, which is then gone; null where there is none. */
export async function takeUp(scope: string): Promise<FormData | null> {
  const cache = await caches.open(cacheName(scope));
  const form = await cache.match(key(scope));
  const fields = form ? await form.formData() : null;
  await forgetShared(scope);
  return fields;
}

export async function forgetShared(scope: string): Promise<void> {
  await caches.delete(cacheName(scope));
}
