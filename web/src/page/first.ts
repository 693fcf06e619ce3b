// The page as it is at first, as HTML: drawn when it is built (web/prerender.ts).
import { render } from 'svelte/server';
import App from './App.svelte';
import type { Client } from './client';
import { Controller } from './controller.svelte';
import { Offline } from './offline.svelte';

// Nothing is asked of it.
const noClient = {} as Client;

export function draw(): string {
  const controller = new Controller(
    () => noClient,
    () => undefined,
  );
  return render(App, { props: { controller, offline: new Offline(), onUpdate: () => undefined } }).body;
}
