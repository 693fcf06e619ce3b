// The service worker. It keeps the page as one set, and beside it the files that come later; it takes what other programs
// share with the page. A newer one waits until the reader says so, and only then forgets what belonged to older ones.
import { clientsClaim } from 'workbox-core';
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  matchPrecache,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { fetchKept, keepOnly, laterFolder, laterList, openLater } from '../shared/later';
import { forgetShared, layDown, shareAddress, sharedFragment } from '../shared/shared';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] };

const { scope } = self.registration;
const within = (path: string) => new URL(path, scope).href;

clientsClaim();
cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')));

registerRoute(
  ({ url }) => url.href.startsWith(within(laterFolder)),
  async ({ request }) => fetchKept(await openLater(scope), request),
);

registerRoute(
  ({ url }) => url.href === within(shareAddress),
  async ({ request }) => {
    // Where there is no room, the page finds nothing and says so.
    await layDown(scope, request).catch(() => undefined);
    return Response.redirect(within(sharedFragment), 303);
  },
  'POST',
);

self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if ((data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([forgetOlderFiles(), forgetShared(scope)]));
});

async function forgetOlderFiles(): Promise<void> {
  const list = await matchPrecache(laterList);
  const cache = await openLater(scope);
  if (!list || !cache) return;
  const paths = (await list.json()) as string[];
  await keepOnly(cache, new Set(paths.map(within)));
}
