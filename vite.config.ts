// Builds the page in web/ into dist/: static files with relative addresses only, so that it runs under any path, and a
// service worker that keeps them.
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { listLicences } from './web/licences.ts';
import { prerender } from './web/prerender.ts';
import { accepted, fileTypes } from './web/src/page/import/fileTypes.ts';

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

// What the page may need later, or never: page, worker and model do not wait for it (see web/src/shared/later.ts). Named after
// the source files.
const later = 'assets/later/';
const laterNames = ['html', 'docx', 'markdown', 'pdf', 'places', 'map', 'countries-110m', 'countries-50m'];
const folderOf = (name = '') => (laterNames.includes(name.split('.')[0] ?? '') ? later : 'assets/');
const nameOf = ({ name }: { name: string }) => `${folderOf(name)}[name]-[hash].js`;

const listLater: Plugin = {
  name: 'list-later',
  apply: 'build',
  generateBundle(_, bundle) {
    const paths = Object.keys(bundle).filter((path) => path.startsWith(later));
    this.emitFile({ type: 'asset', fileName: 'later.json', source: JSON.stringify(paths.sort()) });
  },
};

// No import shows these: workbox writes the service worker from its own packages, and jszip's one file holds others.
const unseen = [
  ...['workbox-core', 'workbox-precaching', 'workbox-routing', 'workbox-strategies'],
  ...['pako', 'lie', 'immediate', 'setimmediate'],
];
const licences = listLicences(unseen.map((name) => fileURLToPath(at(`node_modules/${name}`))));

const define = {
  __VERSION__: JSON.stringify(version),
  __ASSET_BYTES__: JSON.stringify({
    simd: statSync(at('build/wasm/analyzer.wasm')).size,
    scalar: statSync(at('build/wasm-scalar/analyzer.wasm')).size,
    model: statSync(at('core/model/en.pmk')).size,
  }),
};

export default defineConfig({
  root: 'web',
  base: './',
  define,
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        chunkFileNames: nameOf,
        assetFileNames: ({ names }) => `${folderOf(names[0])}[name]-[hash][extname]`,
      },
    },
  },
  worker: { format: 'es', plugins: () => [licences.worker], rolldownOptions: { output: { entryFileNames: nameOf } } },
  plugins: [
    svelte({ configFile: false }),
    relaxPolicyInDevelopment,
    prerender(define),
    listLater,
    licences.page,
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'sw.ts',
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
        launch_handler: { client_mode: 'focus-existing' },
        share_target: {
          action: './share',
          method: 'POST',
          enctype: 'multipart/form-data',
          params: { title: 'title', text: 'text', url: 'url', files: [{ name: 'files', accept: [...accepted] }] },
        },
        file_handlers: [
          { action: './', accept: Object.fromEntries(fileTypes.map(({ type, extensions }) => [type, extensions])) },
        ],
        icons: [
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*.{html,js,mjs,css,wasm,pmk,svg,png,json}'],
        globIgnores: [`${later}**`],
        maximumFileSizeToCacheInBytes: 32 * 1024 * 1024,
        sourcemap: false,
      },
    }),
  ],
});
