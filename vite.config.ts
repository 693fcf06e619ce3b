// Builds the page in web/ into dist/: static files with relative addresses only, so that it runs under any path, and a
// service worker that keeps all of them as one set.
import { readFileSync, statSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const at = (path: string) => new URL(path, import.meta.url);
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string };

// The development server writes styles into the page and talks to it over a socket; the built page does neither.
const relaxPolicyInDevelopment: Plugin = {
  name: 'relax-policy-in-development',
  apply: 'serve',
  transformIndexHtml: (html) =>
    html
      .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
      .replace("connect-src 'self'", "connect-src 'self' ws:"),
};

// The readers of files that few people open, and the map: page, worker and model do not wait for them (see
// import/keepReaders.ts).
const readers = 'assets/readers/';
const later = ['docx', 'markdown', 'pdf', 'map', 'countries-110m', 'countries-50m'];
const folderOf = (name = '') => (later.includes(name.split('.')[0] ?? '') ? readers : 'assets/');
const nameOf = ({ name }: { name: string }) => `${folderOf(name)}[name]-[hash].js`;
const assetNameOf = ({ names }: { names: string[] }) => `${folderOf(names[0])}[name]-[hash][extname]`;

const listReaders: Plugin = {
  name: 'list-readers',
  apply: 'build',
  generateBundle(_, bundle) {
    const paths = Object.keys(bundle).filter((path) => path.startsWith(readers));
    this.emitFile({ type: 'asset', fileName: 'readers.json', source: JSON.stringify(paths) });
  },
};

export default defineConfig({
  root: 'web',
  base: './',
  define: {
    __VERSION__: JSON.stringify(version),
    __ASSET_BYTES__: JSON.stringify({
      simd: statSync(at('build/wasm/analyzer.wasm')).size,
      scalar: statSync(at('build/wasm-scalar/analyzer.wasm')).size,
      model: statSync(at('core/model/en.pmk')).size,
    }),
  },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { chunkFileNames: nameOf, assetFileNames: assetNameOf } },
  },
  worker: { format: 'es', rolldownOptions: { output: { entryFileNames: nameOf } } },
  plugins: [
    svelte({ configFile: false }),
    relaxPolicyInDevelopment,
    listReaders,
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      includeAssets: ['icon.svg', 'icon-192.png'],
      manifest: {
        id: './',
        name: 'Pressmark',
        short_name: 'Pressmark',
        description: 'See who is in a news article and who says what, on your own device.',
        lang: 'en',
        start_url: './',
        scope: './',
        display: 'standalone',
        theme_color: '#f6f3ec',
        background_color: '#f6f3ec',
        categories: ['news', 'productivity', 'education'],
        icons: [
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,mjs,css,wasm,pmk,svg,png,json}'],
        globIgnores: [`${readers}**`],
        runtimeCaching: [
          {
            urlPattern: ({ sameOrigin, url }) => sameOrigin && url.pathname.includes('/assets/readers/'),
            handler: 'CacheFirst',
            options: { cacheName: 'pressmark-readers', matchOptions: { ignoreVary: true } },
          },
        ],
        maximumFileSizeToCacheInBytes: 32 * 1024 * 1024,
        navigateFallback: 'index.html',
        cleanupOutdatedCaches: true,
        clientsClaim: true,
        skipWaiting: false,
        inlineWorkboxRuntime: true,
        sourcemap: false,
      },
    }),
  ],
});
