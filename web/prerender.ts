// Draws the empty page into index.html when it is built, so that it stands on the screen before its script has come.
// main.ts takes over what was typed until then.
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { runnerImport, type Plugin } from 'vite';

const first = fileURLToPath(new URL('./src/page/first.ts', import.meta.url));

// They stand in the built style sheet.
const noStyles: Plugin = {
  name: 'no-styles',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('.css') ? '\0style' : null),
  load: (id) => (id === '\0style' ? '' : null),
};

export function prerender(define: Record<string, string>): Plugin {
  return {
    name: 'prerender',
    apply: 'build',
    async transformIndexHtml(html) {
      const { module } = await runnerImport<{ draw: () => string }>(first, {
        configFile: false,
        root: fileURLToPath(new URL('.', import.meta.url)),
        mode: 'production',
        define,
        plugins: [noStyles, svelte({ configFile: false, emitCss: false })],
        // The server's half of Svelte is compiled, too.
        ssr: { noExternal: ['svelte'] },
      });
      return html
        .replace('<div id="app"></div>', () => `<div id="app">${module.draw()}</div>`)
        .replace('<script type="module"', '<script type="module" fetchpriority="low"');
    },
  };
}
