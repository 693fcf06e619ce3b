// The page as it is at first, as HTML: drawn when it is built (web/prerender.ts).
import { render } from 'svelte/server';
import App from './App.svelte';
import type { Client } from './client';
import { Controller } from './controller.svelte';
import { Offline } from './offline.svelte';
import { Kept } from './store/kept.svelte';

// Nothing is asked of it.
const noClient = {} as Client;

export function draw(): string {
  const controller = new Controller(
    () => noClient,
    () => undefined,
  );
  const props = { controller, offline: new Offline(), kept: new Kept(controller, ''), onUpdate: () => undefined };
  return render(App, { props }).body;
}
